package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.job.RecurringJob;
import org.allmende.base.job.RecurringJobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.privacy.Erasure;
import org.allmende.base.privacy.Forgetting;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Since;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Role;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept about people is declared, and ends by itself when its time is over. */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int LONG_AFTER = 100;

  /** Columns that point to a person and say nothing once that has neither name nor address. */
  private static final Set<String> POINTERS =
      Set.of("people_account.person", "workshop_participant.person", "workshop_paper.person");

  /** What a town does not do by itself. */
  private static final List<String> GIVEN =
      List.of(
          "update people_account set closed_at = now()",
          """
          insert into workshop_vote_choice (id, vote, participant, answer)
          select 'x', v.id, p.id, 0 from workshop_vote v, workshop_participant p limit 1
          on conflict do nothing
          """,
          "insert into people_login_failure (account, at) values ('x', now())",
          "update people_token set revoked_at = now()",
          "update workshop_workshop set canceled_at = now(), canceled_by = created_by",
          "update plan_commitment set kept_at = now(), officer = made_by",
          "update app_barrier set contact = 'wer@buerger.example', answered_at = now(), answered_by = 'wer'",
          """
          insert into app_text (tenant, topic, lang, version, body, written_at, written_by)
          select slug, 'rules', 'de', 1000000, 'x', now(), 'wer' from tenant_tenant limit 1
          """,
          """
          insert into registration_check_in (registration, people, by, at)
          select r.id, 1, p.id, now() from registration_registration r, people_person p limit 1
          on conflict do nothing
          """,
          "update registration_check_in set by = (select min(id) from people_person)",
          """
          update registration_change set reason = 'x', person = (select min(id) from people_person)
          where registration is not null
          """,
          """
          update registration_registration set department = 'x',
            municipality = (select min(slug) from tenant_tenant)
          where person is not null
          """,
          """
          with guest as (insert into people_person values ('x', 'guest', '', now()) returning id)
          insert into workshop_practice (id, tenant, workshop, person, begun_at)
          select 'x', w.tenant, w.id, guest.id, now() from workshop_workshop w, guest limit 1
          """,
          "update base_mail set html = 'x', unsubscribe_url = 'x', sent_at = now()",
          """
          update wish_wish set wisher_name = 'x', wisher = (select min(id) from people_person)
          """,
          "update wish_potential set offered_by = (select min(id) from people_person)",
          "update wish_note set author = (select min(id) from people_person)",
          """
          update workshop_opening set closed_at = now(), closed_by = opened_by
          """,
          """
          insert into workshop_afterwards (workshop, until, opened_at, opened_by, closed_at, closed_by)
          select w.id, now(), now(), p.id, now(), p.id from workshop_workshop w, people_person p
          limit 1 on conflict (workshop) do update set closed_at = now(),
            opened_by = excluded.opened_by, closed_by = excluded.closed_by
          """,
          """
          insert into workshop_run (workshop, before, at, by)
          select w.id, w.id, now(), p.id from workshop_workshop w, people_person p limit 1
          on conflict do nothing
          """,
          """
          insert into workshop_feedback (id, workshop, author, text, at)
          select 'x', w.id, p.id, 'x', now() from workshop_workshop w, people_person p limit 1
          """,
          "update workshop_material set by = (select min(id) from people_person)",
          "update workshop_participant set department = 'x', companions = 'x'",
          "update workshop_act set person = by, ended_by = by, ended_at = now()",
          """
          insert into workshop_answer (participant, workshop, question, value)
          select id, workshop, 'rank', 'team' from workshop_participant limit 1
          """,
          """
          insert into registration_answer (registration, question, value)
          select id, 'rank', 'team' from registration_registration limit 1
          """,
          """
          insert into workshop_contact (participant, workshop, name, reach, at)
          select id, workshop, name, 'x', now() from workshop_participant on conflict do nothing
          """,
          """
          insert into workshop_contact_offer (workshop, giver, receiver, at)
          select c.workshop, c.participant, p.id, now() from workshop_contact c
          join workshop_participant p on p.workshop = c.workshop and p.id <> c.participant limit 1
          on conflict do nothing
          """,
          """
          insert into workshop_pair_wish (participant, workshop, shows_card, at)
          select id, workshop, true, now() from workshop_participant limit 1 on conflict do nothing
          """,
          """
          insert into workshop_pair_round (id, workshop, number, started_at, ends_at)
          select 'x', workshop, 9, now(), now() from workshop_participant limit 1
          """,
          """
          insert into workshop_pair_seat (round, participant, number)
          select r.id, p.id, 1 from workshop_pair_round r
          join workshop_participant p on p.workshop = r.workshop limit 1
          on conflict do nothing
          """,
          "update workshop_harvest set by = (select min(id) from people_person)",
          """
          update workshop_question set called_at = now(), called_by = author, answered_at = now(),
            answered_by = author, removed_at = now(), removed_by = author, removal = 'x'
          """,
          """
          update workshop_workshop set released_at = now(), released_by = created_by
          """,
          "update reuse_use set person = (select min(id) from people_person)",
          "update catalog_dataset set state_by = 'wer'",
          """
          insert into wish_rank (wish, rank, reason, person, at)
          select w.id, 1, 'x', p.id, now() from wish_wish w, people_person p limit 1
          on conflict do nothing
          """,
          """
          insert into board_dot (note, phase, person, count)
          select n.id, 'x', p.id, 1 from board_note n, people_person p limit 1
          """,
          """
          update board_note set parked_at = now(), parked_by = (select min(id) from people_person),
            table_name = 'Tisch 3'
          """,
          """
          insert into board_comment (id, note, author, text, seq, created_at)
          select 'x', n.id, p.id, 'x', 1, now() from board_note n, people_person p limit 1
          """,
          """
          insert into plan_progress (id, commitment, at, person)
          select 'x', c.id, now(), p.id from plan_commitment c, people_person p limit 1
          """,
          """
          insert into comment_comment (id, tenant, about, kind, words, name, person, at)
          select 'waiting', t.slug, 'wish:x', 'comment', 'x', 'x', p.id, now()
          from tenant_tenant t, people_person p limit 1
          """);

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @Autowired List<PersonalData> modules;
  @Autowired Forgetting forgetting;
  @Autowired List<RecurringJob> recurring;
  @Autowired Texts texts;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Town town;

  @BeforeAll
  void build() {
    town = new Town(port, tenants, people, tokens, mails).fill();
    String wish = town.wishes.listed("Wer kehrt die Bänke").id();
    String address = "mensch" + Ids.next().toLowerCase(Locale.ROOT) + "@buerger.example";
    town.wishes.comment(wish, address, "Hanne");
    town.confirm(address);
    town.of(Role.STEWARD)
        .post(
            town.api("/texts/wish:" + wish + "/decisions"),
            "{\"outcome\": \"hidden\", \"rule\": \"other\", \"reason\": \"Nur so.\"}");
    decide();
  }

  /** The reports of the town get an answer. */
  private void decide() {
    for (Thing text : town.all("texts")) {
      Answer decided =
          town.of(Role.STEWARD)
              .post(
                  town.api("/texts/" + text.id() + "/decisions"),
                  "{\"outcome\": \"kept\", \"rule\": \"other\", \"reason\": \"In Ordnung.\"}");
      assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }
  }

  /** What the export leaves out, and why. */
  private static final Map<String, String> NOT_TAKEN_ALONG =
      Map.of(
          "people_account.password_hash", "a hash; nobody can read it",
          "people_login_failure.account", "a hash; nobody can tell whose it is",
          "base_mail.recipient", "by the address; the ForgottenTest reads it",
          "base_mail.subject", "by the address; the ForgottenTest reads it",
          "base_mail.text", "holds private links, and was sent to the person",
          "base_mail.html", "the same as the text",
          "base_mail.unsubscribe_url", "a private link",
          "comment_hidden.words", "waits to be put back; the text names the writer",
          "people_invitation.email", "by the address, see addressesAreTakenAlong",
          "app_barrier.contact", "by the address, see addressesAreTakenAlong");

  /** Words of a person, by the column that says whose they are. */
  private static final Map<String, String> WHOSE =
      Map.ofEntries(
          Map.entry("people_person.name", "id"),
          Map.entry("people_address.email", "person"),
          Map.entry("people_account.email", "person"),
          Map.entry("people_token.name", "person"),
          Map.entry("comment_comment.name", "person"),
          Map.entry("comment_comment.words", "person"),
          Map.entry("comment_report.words", "person"),
          Map.entry("comment_decision.reason", "person"),
          Map.entry("registration_registration.name", "person"),
          Map.entry("registration_registration.department", "person"),
          Map.entry("registration_change.reason", "person"),
          Map.entry("wish_wish.wisher_name", "wisher"),
          Map.entry("wish_note.pseudonym", "author"),
          Map.entry("board_note.table_name", "author"),
          Map.entry("app_barrier.text", "answered_by"),
          Map.entry("workshop_participant.name", "person"),
          Map.entry("workshop_participant.department", "person"),
          Map.entry("workshop_participant.companions", "person"),
          Map.entry("workshop_question.name", "author"));

  /** What hangs on a place in a workshop or on a registration, and by which column. */
  private static final Map<String, String> HANGING =
      Map.of(
          "workshop_answer.value", "participant workshop_participant",
          "workshop_vote_choice.answer", "participant workshop_participant",
          "workshop_group_rule.one", "one workshop_participant",
          "workshop_contact.reach", "participant workshop_participant",
          "workshop_contact_offer.giver", "giver workshop_participant",
          "workshop_pair_wish.participant", "participant workshop_participant",
          "workshop_pair_seat.participant", "participant workshop_participant",
          "registration_answer.value", "registration registration_registration",
          "registration_registration.municipality", "id registration_registration");

  @Test
  void everythingIsTakenAlong() {
    assertSoftly(softly ->
        fields().stream()
            .filter(field -> !NOT_TAKEN_ALONG.containsKey(field.column()))
            .forEach(field -> inVain(() -> takeAlong(field.column(), softly))));
  }

  private void takeAlong(String column, SoftAssertions softly) {
    String table = column.substring(0, column.indexOf('.'));
    String name = column.substring(column.indexOf('.') + 1);
    String person = people.guest().value();
    if (HANGING.containsKey(column)) {
      String[] hanging = HANGING.get(column).split(" ");
      String one = "(select %s from %s where %s is not null limit 1)";
      give(hanging[1], "id = " + one.formatted(hanging[0], table, name), person);
      String with = export(person);
      if (hanging[0].equals("id")) {
        sql.sql("update " + table + " set " + name + " = null where person = ?")
            .param(person)
            .update();
      } else {
        sql.sql(
                "delete from %s where %s in (select id from %s where person = ?)"
                    .formatted(table, hanging[0], hanging[1]))
            .param(person)
            .update();
      }
      softly.assertThat(with).as("without " + column).isNotEqualTo(export(person));
    } else if (WHOSE.containsKey(column)) {
      String whose = WHOSE.get(column);
      if (!whose.equals("id")) {
        update(table, whose, person);
      }
      int changed =
          sql.sql("update %s set %s = 'Kennwort' where %s = ?".formatted(table, name, whose))
              .param(person)
              .update();
      softly.assertThat(changed).as("no row of " + column).isEqualTo(1);
      softly.assertThat(export(person)).as("without " + column).contains("Kennwort");
    } else {
      softly.assertThat(export(person)).isEqualTo("[]");
      update(table, name, person);
      softly.assertThat(export(person)).as("without " + column).isNotEqualTo("[]");
    }
  }

  private void update(String table, String column, String person) {
    sql.sql(
            "update %1$s set %2$s = ? where ctid = (select ctid from %1$s limit 1)"
                .formatted(table, column))
        .param(person)
        .update();
  }

  private void give(String table, String where, String person) {
    sql.sql("update %s set person = ? where %s".formatted(table, where)).param(person).update();
  }

  private String export(String person) {
    return modules.stream()
        .flatMap(module -> module.export(new PersonId(person)).entrySet().stream())
        .filter(kept -> !kept.getValue().isEmpty())
        .map(Object::toString)
        .sorted()
        .toList()
        .toString();
  }

  @Test
  void addressesAreTakenAlong() {
    inVain(() -> {
      PersonId person = people.guest();
      addresses.confirmed(person, "wer@buerger.example", Locale.GERMAN);
      sql.sql(
              """
              insert into people_invitation (id, tenant, email, roles, invited_at)
              select 'x', slug, 'wer@buerger.example', 'steward', now() from tenant_tenant limit 1
              """)
          .update();
      sql.sql("update app_barrier set text = 'Zu hell', contact = 'Wer@buerger.example'").update();
      assertThat(export(person.value()))
          .contains("wer@buerger.example", "invitation=", "steward", "Zu hell");
    });
  }

  private List<PersonalField> fields() {
    return modules.stream().flatMap(module -> module.describe().stream()).toList();
  }

  @Test
  void everyColumnThatNamesSomebodyIsDeclared() {
    Set<String> named =
        new TreeSet<>(
            sql.sql(
                    """
                    select c.table_name || '.' || c.column_name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                      and (c.column_name in ('person', 'email', 'recipient', 'author', 'actor', 'officer', 'by',
                          'wisher', 'wisher_name', 'pseudonym')
                        or c.column_name like '%\\_by')
                      and c.data_type = 'text' and c.table_name not like 'flyway%'
                      and c.column_name <> 'picked_by'
                    union
                    select k.table_name || '.' || k.column_name from information_schema.key_column_usage k
                    join information_schema.referential_constraints r using (constraint_name)
                    join information_schema.table_constraints u on u.constraint_name = r.unique_constraint_name
                    where u.table_name = 'people_person'
                    """)
                .query(String.class)
                .list());
    named.removeAll(POINTERS);
    fields().forEach(field -> named.remove(field.column()));
    assertThat(named).isEmpty();
  }

  @Test
  void everyDeclaredColumnExistsAndIsExplained() {
    Set<String> existing =
        Set.copyOf(
            sql.sql(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'public'
                    """)
                .query(String.class)
                .list());
    Set<String> planned =
        Set.copyOf(sql.sql("select task_name from base_task").query(String.class).list());
    for (PersonalField field : fields()) {
      assertThat(existing).contains(field.column());
      assertThat(texts.of(Locale.GERMAN, field.purpose())).isNotBlank();
      if (field.erasure() instanceof Erasure.ByJob(String job)) {
        assertThat(planned).contains(job);
      }
    }
    assertThat(Caller.at(port).get(town.tenant.url("/legal/privacy")).body())
        .contains("Was wie lange bleibt", "Wer einen Wunsch geäußert hat", "3 Jahre nachdem");
  }

  /** One hour before its time nothing of a field goes, one hour after it the oldest does. */
  @Test
  void everyFieldEndsWhenItsTimeIsOver() {
    assertSoftly(softly -> fields().forEach(field -> inVain(() -> prove(field, softly))));
  }

  /** In the database as the town leaves it and some more, of which nothing stays. */
  private void inVain(Runnable proof) {
    transaction.executeWithoutResult(status -> {
      status.setRollbackOnly();
      GIVEN.forEach(statement -> sql.sql(statement).update());
      proof.run();
    });
  }

  private void prove(PersonalField field, SoftAssertions softly) {
    switch (field.erasure()) {
      case Erasure.Blanked(String moment, String value) ->
          prove(field, moment, field.column() + " is distinct from " + value, softly);
      case Erasure.Deleted(String moment) -> prove(field, moment, "true", softly);
      case Erasure.ByJob(String job) -> proveJob(field, job, softly);
    }
  }

  /** Long after everything is over, its job leaves nothing of it. */
  private void proveJob(PersonalField field, String job, SoftAssertions softly) {
    if (field.since() == Since.NEEDED) {
      return; // Other modules still need it; proven in ForgottenAddressesTest.
    }
    String table = field.column().substring(0, field.column().indexOf('.'));
    String there = "from " + table + " where coalesce(" + field.column() + ", '') <> ''";
    softly.assertThat(count(there)).as("nothing to forget: " + field).isPositive();
    // Some jobs end it first and delete it the next time.
    for (int years : List.of(LONG_AFTER, LONG_AFTER + 1)) {
      ShiftedClock.at(
          Instant.now().plus(Duration.ofDays(365L * years)),
          () -> RecurringJobs.run(recurring, job));
    }
    softly.assertThat(count(there)).as("still there: " + field).isZero();
  }

  private void prove(PersonalField field, String moment, String filled, SoftAssertions softly) {
    String table = field.column().substring(0, field.column().indexOf('.'));
    String there = "from " + table + " where " + filled + " and (" + moment + ") is not null";
    Instant oldest = oldest(there, moment);
    if (oldest == null) {
      softly.fail("nothing to forget in " + field.column());
      return;
    }
    long rows = count("from " + table);
    long before = count(there);
    Instant end = oldest.plus(Duration.ofDays(field.days()));
    ShiftedClock.at(end.minus(HOUR), () -> forgetting.forget(field));
    softly.assertThat(count(there)).as("too early: " + field).isEqualTo(before);
    ShiftedClock.at(end.plus(HOUR), () -> forgetting.forget(field));
    softly.assertThat(count(there)).as("still there: " + field).isLessThan(before);
    Instant next = oldest(there, moment);
    softly
        .assertThat(next == null || next.isAfter(oldest))
        .as("the oldest stays: " + field)
        .isTrue();
    if (field.erasure() instanceof Erasure.Blanked) {
      softly.assertThat(count("from " + table)).as("a row is missing: " + field).isEqualTo(rows);
    }
  }

  private @Nullable Instant oldest(String there, String moment) {
    OffsetDateTime oldest =
        sql.sql("select min((" + moment + ")) " + there)
            .query((row, number) -> row.getObject(1, OffsetDateTime.class))
            .list()
            .getFirst();
    return oldest == null ? null : oldest.toInstant();
  }

  private long count(String from) {
    return sql.sql("select count(*) " + from).query(Long.class).single();
  }
}
