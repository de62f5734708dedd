package org.allmende.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.event.Events;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.mail.Mail;
import org.allmende.base.mail.MailQueue;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail addresses people leave in order to be told. Nothing is written to an address before its
 * owner opened the link in the one mail that asks.
 */
@Component
public class Addresses {

  static final String CONFIRM = "confirm";

  private static final Duration ASK_AGAIN = Duration.ofDays(1);

  private final JdbcClient sql;
  private final People people;
  private final MailQueue mails;
  private final Signer signer;
  private final PublicAddress here;
  private final Texts texts;
  private final Events events;
  private final Clock clock;

  Addresses(
      JdbcClient sql,
      People people,
      MailQueue mails,
      Signer signer,
      PublicAddress here,
      Texts texts,
      Events events,
      Clock clock) {
    this.sql = sql;
    this.people = people;
    this.mails = mails;
    this.signer = signer;
    this.here = here;
    this.texts = texts;
    this.events = events;
    this.clock = clock;
  }

  /** The person behind an address alone; asks for confirmation if that is still open. */
  @Transactional
  public PersonId addressed(String email, Locale locale) {
    String address = normal(email);
    PersonId person = personOf(address).orElseGet(() -> people.person("address", ""));
    ask(person, address, locale);
    return person;
  }

  /**
   * The person behind an address that its owner confirmed elsewhere or before; nothing is asked.
   */
  @Transactional
  public PersonId confirmed(String email, Locale locale) {
    String address = normal(email);
    return personOf(address)
        .orElseGet(() -> {
          PersonId person = people.person("address", "");
          confirmed(person, address, locale);
          return person;
        });
  }

  /** Notes where the person is told, as confirmed elsewhere or before. */
  @Transactional
  public void confirmed(PersonId person, String email, Locale locale) {
    sql.sql(
            """
            insert into people_address (person, email, locale, asked_at, confirmed_at)
            values (:person, :email, :locale, :now, :now) on conflict do nothing
            """)
        .param("person", person.value())
        .param("email", normal(email))
        .param("locale", locale.getLanguage())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private Optional<PersonId> personOf(String address) {
    return sql.sql(
            """
            select a.person from people_address a join people_person p on p.id = a.person
            where a.email = ? and p.kind = 'address' order by a.asked_at limit 1
            """)
        .param(address)
        .query((row, number) -> new PersonId(row.getString(1)))
        .optional();
  }

  /**
   * Notes where the person wants to be told and asks for confirmation; a day has to pass before it
   * asks again.
   */
  @Transactional
  public void ask(PersonId person, String email, Locale locale) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    boolean asking =
        sql.sql(
                    """
                    insert into people_address as known (person, email, locale, asked_at)
                    values (:person, :email, :locale, :now)
                    on conflict (person) do update
                      set email = excluded.email, locale = excluded.locale, asked_at = excluded.asked_at,
                        confirmed_at = null
                      where known.email <> excluded.email
                        or (known.confirmed_at is null and known.asked_at < :since)
                    """)
                .param("person", person.value())
                .param("email", normal(email))
                .param("locale", locale.getLanguage())
                .param("now", now)
                .param("since", now.minus(ASK_AGAIN))
                .update()
            == 1;
    if (asking) {
      mails.queue(question(person, normal(email), locale, now));
    }
  }

  private Mail question(PersonId person, String email, Locale locale, OffsetDateTime at) {
    String link = here.of("/confirm/" + person + "." + signer.sign(CONFIRM, person + " " + email));
    return new Mail(
        "confirm:" + person + ":" + at.toEpochSecond(),
        email,
        locale,
        texts.of(locale, "people.confirm.subject"),
        texts.of(locale, "people.confirm.mail", link),
        null);
  }

  /**
   * Confirms the address a person left.
   *
   * @return false if the link is not (or no longer) good for it
   */
  @Transactional
  public boolean confirm(PersonId person, String token) {
    Optional<String> email =
        sql.sql("select email from people_address where person = ? for update")
            .param(person.value())
            .query(String.class)
            .optional();
    if (email.isEmpty() || !signer.verify(CONFIRM, person + " " + email.get(), token)) {
      return false;
    }
    int confirmed =
        sql.sql(
                "update people_address set confirmed_at = ? where person = ? and confirmed_at is null")
            .param(OffsetDateTime.now(clock))
            .param(person.value())
            .update();
    if (confirmed == 1) {
      events.publish(new AddressConfirmed(person));
    }
    return true;
  }

  /**
   * Where people may be written to, for somebody about to note that they cannot be: a confirmation
   * under way waits until that is noted, so that it is seen when the confirmed are caught up on.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<PersonId, Reachable> reachableUntilCommit(Collection<PersonId> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    sql.sql("select 1 from people_address where person in (:persons) order by person for share")
        .param("persons", persons.stream().map(PersonId::value).toList())
        .query(Integer.class)
        .list();
    return reachable(persons);
  }

  /** Where people may be written to: the account's address, or the confirmed one. */
  public Map<PersonId, Reachable> reachable(Collection<PersonId> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            """
            select person, email, 'de' as locale, true as logs_in from people_account
            where person in (:persons) and closed_at is null
            union all
            select person, email, locale, false from people_address
            where person in (:persons) and confirmed_at is not null
            """)
        .param("persons", persons.stream().map(PersonId::value).toList())
        .query((row, number) ->
            new Reachable(
                new PersonId(row.getString(1)),
                row.getString(2),
                Texts.spoken(Locale.of(row.getString(3))),
                row.getBoolean(4)))
        .list()
        .stream()
        .collect(Collectors.toMap(Reachable::person, r -> r, (account, address) -> account));
  }

  /**
   * All people of one confirmed address: guests of workshops and whoever left it on a form. An
   * account stands only for itself, so that a link from a mail never reaches one.
   */
  public List<PersonId> same(PersonId person) {
    return sql.sql(
            """
            with own as (
              select email from people_address where person = :person and confirmed_at is not null
              union select email from people_account where person = :person)
            select :person
            union select person from people_address
              where email in (select email from own) and confirmed_at is not null
                and person not in (select person from people_account)
            """)
        .param("person", person.value())
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }

  /** The addresses that are proven to be the person's: confirmed, or those of the account. */
  public List<String> of(PersonId person) {
    return sql.sql(
            """
            select email from people_address where person = :person and confirmed_at is not null
            union select email from people_account where person = :person order by 1
            """)
        .param("person", person.value())
        .query(String.class)
        .list();
  }

  /** The addresses the person gave. Anybody can give a stranger's: nothing of it may be shown. */
  List<String> given(PersonId person) {
    return sql.sql(
            """
            select email from people_address where person = :person
            union select email from people_account where person = :person order by 1
            """)
        .param("person", person.value())
        .query(String.class)
        .list();
  }

  /** Whether the person left an address, confirmed or not. */
  public boolean asked(PersonId person) {
    return sql.sql("select exists (select 1 from people_address where person = ?)")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  /** Forgets the address of a person. */
  @Transactional
  public void forget(PersonId person) {
    sql.sql("delete from people_address where person = ?").param(person.value()).update();
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
