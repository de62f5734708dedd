package org.allmende.people;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.mail.MailQueue;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names, accounts and addresses. */
@Component
class PeoplePersonalData implements PersonalData {

  private static final int AFTER_CLOSING = 30;
  private static final String ACCOUNT = "people.privacy.account";
  private static final String ADDRESS = "people.privacy.address";
  private static final String LOGIN = "people.privacy.login";
  private static final String INVITATION = "people.privacy.invitation";

  private final JdbcClient sql;
  private final Addresses addresses;
  private final MailQueue mails;

  PeoplePersonalData(JdbcClient sql, Addresses addresses, MailQueue mails) {
    this.addresses = addresses;
    this.sql = sql;
    this.mails = mails;
  }

  @Override
  public List<PersonalField> describe() {
    var closed = new Retention(AFTER_CLOSING, Since.CLOSED, "closed_at");
    return List.of(
        new Retention(AFTER_CLOSING, Since.CLOSED, closedAccount("people_person.id"))
            .emptied("people_person.name", ACCOUNT),
        closed.blanked("people_account.email", ACCOUNT, "person"),
        closed.nulled("people_account.password_hash", ACCOUNT),
        new Retention(AFTER_CLOSING, Since.CLOSED, closedAccount("people_role.person"))
            .deleted("people_role.person", ACCOUNT),
        new Retention(AFTER_CLOSING, Since.ENDED, "revoked_at")
            .deleted("people_token.person", "people.privacy.token"),
        new Retention(AFTER_CLOSING, Since.ENDED, "revoked_at")
            .deleted("people_token.name", "people.privacy.token"),
        new Retention(0, Since.ENDED, "expires_at").deleted("people_login.person", LOGIN),
        new Retention(1, Since.DONE, "at")
            .deleted("people_login_failure.account", "people.privacy.loginFailure"),
        new Retention(60, Since.ASKED, "case when confirmed_at is null then asked_at end")
            .deleted("people_address.email", "people.privacy.unconfirmed"),
        PersonalField.byJob(
            "people_address.person",
            ADDRESS,
            ForgottenAddresses.IDLE,
            Since.NEEDED,
            ForgottenAddresses.JOB),
        new Retention(90, Since.SENT, "coalesce(accepted_at, invited_at)")
            .deleted("people_invitation.email", INVITATION));
  }

  private static String closedAccount(String person) {
    return "select a.closed_at from people_account a where a.person = " + person;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "name",
        sql.sql("select name from people_person where id = ? and name <> ''")
            .param(person.value())
            .query(String.class)
            .list(),
        "address",
        addresses.given(person),
        "role",
        sql.sql("select tenant || ': ' || role from people_role where person = ? order by 1")
            .param(person.value())
            .query(String.class)
            .list(),
        "token",
        sql.sql(
                "select created_at || ': ' || name from people_token where person = ? order by created_at")
            .param(person.value())
            .query(String.class)
            .list(),
        "login",
        sql.sql("select created_at::text from people_login where person = ? order by created_at")
            .param(person.value())
            .query(String.class)
            .list(),
        "invitation",
        sql.sql(
                """
                select invited_at || ': ' || tenant || ', ' || roles from people_invitation
                where email = any (?) order by invited_at
                """)
            .param(addresses.of(person).toArray(String[]::new))
            .query(String.class)
            .list(),
        "mail",
        addresses.of(person).stream().flatMap(address -> mails.sentTo(address).stream()).toList());
  }

  /** The id stays, so that what was done in it stays where it is; it leads to nobody. */
  @Override
  @Transactional
  public void erase(PersonId person) {
    for (String address : addresses.of(person)) {
      mails.forget(address);
      sql.sql("delete from people_invitation where email = ?").param(address).update();
    }
    for (String statement :
        List.of(
            "delete from people_address where person = ?",
            "delete from people_role where person = ?",
            "delete from people_login where person = ?",
            "delete from people_token where person = ?",
            """
            update people_account set email = person, password_hash = null, operator_since = null,
              closed_at = coalesce(closed_at, now())
            where person = ?
            """,
            "update people_person set name = '' where id = ?")) {
      sql.sql(statement).param(person.value()).update();
    }
  }
}
