package org.allmende.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
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
  private final SecureRandom random = new SecureRandom();

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

  /** Makes a token for the person; it is shown once and only its hash is kept. */
  @Transactional
  public String make(PersonId person, String name) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = "allmende-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    keep(person, token, name);
    return token;
  }

  /** The tokens of a person that still work, the newest first. */
  List<KnownToken> of(PersonId person) {
    return sql.sql(
            """
            select hash, name, created_at from people_token where person = ? and revoked_at is null
            order by created_at desc, hash
            """)
        .param(person.value())
        .query((row, number) ->
            new KnownToken(
                row.getString("hash").substring(0, KnownToken.SHOWN),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Ends a token of the person, from the next call on. */
  @Transactional
  void revoke(PersonId person, String id) {
    sql.sql(
            """
            update people_token set revoked_at = ?
            where person = ? and left(hash, ?) = ? and revoked_at is null
            """)
        .param(OffsetDateTime.now(clock))
        .param(person.value())
        .param(KnownToken.SHOWN)
        .param(id)
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
