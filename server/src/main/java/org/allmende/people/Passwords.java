package org.allmende.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of accounts, and putting another one in their place. */
@Component
class Passwords {

  private static final String KNOWN =
      """
      select person, email, password_hash from people_account
      where closed_at is null and password_hash is not null
      """;

  private final JdbcClient sql;
  private final ViewerStore viewers;
  private final Audit audit;

  Passwords(JdbcClient sql, ViewerStore viewers, Audit audit) {
    this.sql = sql;
    this.viewers = viewers;
    this.audit = audit;
  }

  /** Of whoever logs in with the address. */
  Optional<Credential> of(String email) {
    return sql.sql(KNOWN + " and email = ?")
        .param(email.strip().toLowerCase(Locale.ROOT))
        .query(Passwords::credential)
        .optional();
  }

  Optional<Credential> of(PersonId person) {
    return sql.sql(KNOWN + " and person = ?")
        .param(person.value())
        .query(Passwords::credential)
        .optional();
  }

  /**
   * Puts another password in the place of one. Whoever is logged in, in whatever browser, has to
   * log in anew; programs keep their access, which can be ended one by one.
   *
   * @param action how it came to it, for the audit log
   * @throws Problem 409 if the old one is not in its place any more
   */
  @Transactional
  void replace(Credential old, HashedPassword chosen, String action) {
    String person = old.person().value();
    int replaced =
        sql.sql(
                """
                update people_account set password_hash = :chosen
                where person = :person and password_hash = :old and closed_at is null
                """)
            .param("chosen", chosen.hash())
            .param("person", person)
            .param("old", old.password().hash())
            .update();
    if (replaced == 0) {
      throw Problem.conflict("people.password.changed");
    }
    sql.sql("delete from people_login where person = ?").param(person).update();
    sql.sql("delete from people_login_failure where account = ?")
        .param(Hashes.sha256(old.email()))
        .update();
    audit.record(null, viewers.find(old.person()).orElseThrow(), action, new Ref("person", person));
  }

  private static Credential credential(ResultSet row, int number) throws SQLException {
    return new Credential(
        new PersonId(row.getString(1)), row.getString(2), new HashedPassword(row.getString(3)));
  }
}
