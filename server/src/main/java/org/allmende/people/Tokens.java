package org.allmende.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** API tokens of accounts; only their hash is kept. */
@Component
public class Tokens {

  private final JdbcClient sql;
  private final ViewerStore viewers;
  private final Clock clock;

  Tokens(JdbcClient sql, ViewerStore viewers, Clock clock) {
    this.sql = sql;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** Keeps a token for the person. */
  @Transactional
  public void keep(PersonId person, String token, String name) {
    sql.sql(
            "insert into people_token (hash, person, name, created_at) values (?, ?, ?, ?) on conflict do nothing")
        .param(Hashes.sha256(token))
        .param(person.value())
        .param(name)
        .param(OffsetDateTime.now(clock))
        .update();
  }

  Optional<Viewer> viewer(String token) {
    return sql.sql("select person from people_token where hash = ? and revoked_at is null")
        .param(Hashes.sha256(token))
        .query(String.class)
        .optional()
        .flatMap(person -> viewers.find(new PersonId(person)));
  }
}
