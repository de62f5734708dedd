package org.allmende.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of registrations. Changes are made under the lock of their offering. */
@Repository
class RegistrationStore {

  private static final String ORDER = " order by priority_at nulls last, waitlisted_at, id";

  private final JdbcClient sql;

  RegistrationStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Registration registration) {
    sql.sql(
            """
            insert into registration_registration (id, about, person, state, name, municipality,
              department, people, registered_at, confirm_by, waitlisted_at)
            values (:id, :about, :person, :state, :name, :municipality, :department, :people,
              :registeredAt, :confirmBy, :waitlistedAt)
            """)
        .param("id", registration.id().value())
        .param("about", registration.about().toString())
        .param("person", registration.person() == null ? null : registration.person().value())
        .param("state", registration.state().key())
        .param("name", registration.name())
        .param(
            "municipality",
            registration.municipality() == null ? null : registration.municipality().slug())
        .param("department", registration.department())
        .param("people", registration.people())
        .param("registeredAt", Timestamp.from(registration.registeredAt()))
        .param("confirmBy", timestamp(registration.confirmBy()))
        .param("waitlistedAt", timestamp(registration.waitlistedAt()))
        .update();
  }

  Optional<Registration> find(RegistrationId id) {
    return sql.sql("select * from registration_registration where id = ?")
        .param(id.value())
        .query(RegistrationStore::registration)
        .optional();
  }

  Optional<Registration> live(Ref about, PersonId person) {
    return sql.sql(
            """
            select * from registration_registration where about = ? and person = ?
              and state in ('confirmed', 'waitlisted', 'offered')
            """)
        .param(about.toString())
        .param(person.value())
        .query(RegistrationStore::registration)
        .optional();
  }

  /**
   * All of a thing: those with seats by name, then those held seats, then the list in its order.
   */
  List<Registration> of(Ref about) {
    return sql.sql(
            """
            select * from registration_registration where about = ?
            order by array_position(array['confirmed', 'offered', 'waitlisted', 'lapsed', 'canceled'], state),
              priority_at nulls last, waitlisted_at, name collate "de-x-icu", id
            """)
        .param(about.toString())
        .query(RegistrationStore::registration)
        .list();
  }

  List<Registration> of(PersonId person) {
    return sql.sql(
            "select * from registration_registration where person = ? order by registered_at, id")
        .param(person.value())
        .query(RegistrationStore::registration)
        .list();
  }

  /** The waiting list in its order. */
  List<Registration> waiting(Ref about) {
    return sql.sql(
            "select * from registration_registration where about = ? and state = 'waitlisted'"
                + ORDER)
        .param(about.toString())
        .query(RegistrationStore::registration)
        .list();
  }

  List<Registration> confirmed(Ref about) {
    return sql.sql(
            "select * from registration_registration where about = ? and state = 'confirmed' order by id")
        .param(about.toString())
        .query(RegistrationStore::registration)
        .list();
  }

  /** Whose offer has run out. */
  List<Registration> overdueOffers(Ref about, Instant now) {
    return sql.sql(
            """
            select * from registration_registration
            where about = ? and state = 'offered' and offered_until <= ? order by offered_until, id
            """)
        .param(about.toString())
        .param(Timestamp.from(now))
        .query(RegistrationStore::registration)
        .list();
  }

  /** Whose address was not confirmed in time. */
  List<Registration> unconfirmed(Ref about, Instant now) {
    return sql.sql(
            """
            select * from registration_registration
            where about = ? and state in ('confirmed', 'waitlisted') and confirm_by <= ?
            order by confirm_by, id
            """)
        .param(about.toString())
        .param(Timestamp.from(now))
        .query(RegistrationStore::registration)
        .list();
  }

  /** Live registrations of a person that wait for the address to be confirmed. */
  List<Registration> toConfirm(PersonId person) {
    return sql.sql(
            """
            select * from registration_registration where person = ? and confirm_by is not null
              and state in ('confirmed', 'waitlisted', 'offered')
            order by about
            """)
        .param(person.value())
        .query(RegistrationStore::registration)
        .list();
  }

  void confirmAddress(RegistrationId id) {
    sql.sql("update registration_registration set confirm_by = null where id = ?")
        .param(id.value())
        .update();
  }

  /** Gives seats for good. */
  void confirm(RegistrationId id, int people) {
    sql.sql(
            """
            update registration_registration set state = 'confirmed', people = ?, waitlisted_at = null,
              priority_at = null, called_at = null, offered_until = null
            where id = ?
            """)
        .param(people)
        .param(id.value())
        .update();
  }

  /** Puts it at the end of the list. */
  void waitlist(RegistrationId id, Instant at) {
    sql.sql(
            """
            update registration_registration set state = 'waitlisted', waitlisted_at = ?,
              priority_at = null, called_at = null, offered_until = null
            where id = ?
            """)
        .param(Timestamp.from(at))
        .param(id.value())
        .update();
  }

  void offer(RegistrationId id, Instant until) {
    sql.sql(
            "update registration_registration set state = 'offered', offered_until = ? where id = ?")
        .param(Timestamp.from(until))
        .param(id.value())
        .update();
  }

  void call(RegistrationId id, Instant at) {
    sql.sql("update registration_registration set called_at = ? where id = ?")
        .param(Timestamp.from(at))
        .param(id.value())
        .update();
  }

  /** All seats are taken again: whoever was called is called anew when the next is free. */
  void uncall(Ref about) {
    sql.sql(
            "update registration_registration set called_at = null where about = ? and called_at is not null")
        .param(about.toString())
        .update();
  }

  /** Ends it; nothing of an old offer is left that could come to life again. */
  void end(RegistrationId id, RegistrationState state) {
    sql.sql(
            """
            update registration_registration set state = ?, waitlisted_at = null, priority_at = null,
              called_at = null, offered_until = null, confirm_by = null
            where id = ?
            """)
        .param(state.key())
        .param(id.value())
        .update();
  }

  void shrink(RegistrationId id, int people) {
    sql.sql("update registration_registration set people = ? where id = ?")
        .param(people)
        .param(id.value())
        .update();
  }

  void prioritise(RegistrationId id, Instant at) {
    sql.sql("update registration_registration set priority_at = ? where id = ?")
        .param(Timestamp.from(at))
        .param(id.value())
        .update();
  }

  void await(RegistrationId id, @Nullable Instant confirmBy) {
    sql.sql("update registration_registration set confirm_by = ? where id = ?")
        .params(Arrays.asList(timestamp(confirmBy), id.value()))
        .update();
  }

  /** False if somebody noted it before. */
  boolean checkIn(Registration registration, @Nullable PersonId by, Instant at) {
    return sql.sql(
                """
                insert into registration_check_in (registration, people, by, at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                Arrays.asList(
                    registration.id().value(),
                    registration.people(),
                    by == null ? null : by.value(),
                    Timestamp.from(at)))
            .update()
        == 1;
  }

  /** Who came, of a thing. */
  List<RegistrationId> checkedIn(Ref about) {
    return sql.sql(
            """
            select c.registration from registration_check_in c
            join registration_registration r on r.id = c.registration where r.about = ?
            """)
        .param(about.toString())
        .query((row, number) -> new RegistrationId(row.getString(1)))
        .list();
  }

  /** How the seats of several things stand, in one statement; those without are left out. */
  Map<Ref, Seats> seats(Collection<Ref> abouts) {
    Map<Ref, Seats> seats = new LinkedHashMap<>();
    sql.sql(
            """
            select o.about, o.capacity,
              coalesce(sum(r.people) filter (where r.state = 'confirmed'), 0) as confirmed,
              coalesce(sum(r.people) filter (where r.state = 'offered'), 0) as offered,
              count(*) filter (where r.state = 'waitlisted') as waiting,
              coalesce(sum(r.people) filter (where r.state in ('canceled', 'lapsed')), 0) as returned
            from registration_offering o left join registration_registration r on r.about = o.about
            where o.about = any (?) group by o.about
            """)
        .param(abouts.stream().map(Ref::toString).toArray(String[]::new))
        .query(row -> {
          seats.put(
              Ref.parse(row.getString("about")),
              new Seats(
                  row.getInt("capacity"),
                  row.getInt("confirmed"),
                  row.getInt("offered"),
                  row.getInt("waiting"),
                  row.getInt("returned")));
        });
    return seats;
  }

  /** Who of them is registered anywhere. */
  Set<PersonId> among(Collection<PersonId> people) {
    return Set.copyOf(
        sql.sql("select distinct person from registration_registration where person = any (?)")
            .param(people.stream().map(PersonId::value).toArray(String[]::new))
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }

  void blank(Ref about) {
    sql.sql(
            """
            update registration_registration set person = null, name = '', municipality = null,
              department = null
            where about = ?
            """)
        .param(about.toString())
        .update();
  }

  void blank(PersonId person) {
    sql.sql(
            """
            delete from registration_answer
            where registration in (select id from registration_registration where person = ?)
            """)
        .param(person.value())
        .update();
    sql.sql(
            """
            update registration_registration set person = null, name = '', municipality = null,
              department = null
            where person = ?
            """)
        .param(person.value())
        .update();
    sql.sql("update registration_check_in set by = null where by = ?")
        .param(person.value())
        .update();
  }

  /** Whose coming the person noted, by the time alone. */
  List<String> checkedInBy(PersonId person) {
    return sql.sql("select at::text from registration_check_in where by = ? order by at")
        .param(person.value())
        .query(String.class)
        .list();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Registration registration(ResultSet row, int number) throws SQLException {
    String person = row.getString("person");
    String municipality = row.getString("municipality");
    return new Registration(
        new RegistrationId(row.getString("id")),
        Ref.parse(row.getString("about")),
        person == null ? null : new PersonId(person),
        RegistrationState.of(row.getString("state")),
        row.getString("name"),
        municipality == null ? null : new TenantId(municipality),
        row.getString("department"),
        row.getInt("people"),
        row.getTimestamp("registered_at").toInstant(),
        instant(row, "confirm_by"),
        instant(row, "waitlisted_at"),
        instant(row, "priority_at"),
        instant(row, "called_at"),
        instant(row, "offered_until"));
  }
}
