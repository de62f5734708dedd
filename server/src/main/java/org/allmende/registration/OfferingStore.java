package org.allmende.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of offerings. */
@Repository
class OfferingStore {

  private final JdbcClient sql;

  OfferingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Keeps every other change of its seats out until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Offering> lock(Ref about) {
    return sql.sql("select * from registration_offering where about = ? for update")
        .param(about.toString())
        .query(OfferingStore::offering)
        .optional();
  }

  Optional<Offering> find(Ref about) {
    return all(List.of(about)).stream().findFirst();
  }

  List<Offering> all(Collection<Ref> abouts) {
    return sql.sql("select * from registration_offering where about = any (?)")
        .param(abouts.stream().map(Ref::toString).toArray(String[]::new))
        .query(OfferingStore::offering)
        .list();
  }

  /** Writes what its owner says of it; how many seats there are is changed by {@link #resize}. */
  void put(Offering offering) {
    sql.sql(
            """
            insert into registration_offering (about, tenant, title, url, place, capacity,
              largest_group, opens_at, closes_at, starts_at, ends_at, delete_on)
            values (:about, :tenant, :title, :url, :place, :capacity, :largestGroup, :opensAt,
              :closesAt, :startsAt, :endsAt, :deleteOn)
            on conflict (about) do update set title = :title, url = :url, place = :place,
              largest_group = :largestGroup, closes_at = :closesAt, starts_at = :startsAt,
              ends_at = :endsAt, delete_on = :deleteOn
            """)
        .param("about", offering.about().toString())
        .param("tenant", offering.tenant().slug())
        .param("title", offering.title())
        .param("url", offering.url())
        .param("place", offering.place())
        .param("capacity", offering.capacity())
        .param("largestGroup", offering.largestGroup())
        .param("opensAt", Timestamp.from(offering.opensAt()))
        .param("closesAt", Timestamp.from(offering.closesAt()))
        .param("startsAt", Timestamp.from(offering.startsAt()))
        .param("endsAt", Timestamp.from(offering.endsAt()))
        .param("deleteOn", offering.deleteOn())
        .update();
  }

  void resize(Ref about, int capacity) {
    sql.sql("update registration_offering set capacity = ? where about = ?")
        .param(capacity)
        .param(about.toString())
        .update();
  }

  void close(Ref about, Instant at) {
    sql.sql("update registration_offering set closes_at = ? where about = ?")
        .param(Timestamp.from(at))
        .param(about.toString())
        .update();
  }

  /** Nobody registers any more, and nobody is reminded. */
  void cancel(Ref about, Instant at) {
    sql.sql(
            """
            update registration_offering set canceled_at = :at,
              closes_at = greatest(opens_at, least(closes_at, :at::timestamptz))
            where about = :about
            """)
        .param("at", Timestamp.from(at))
        .param("about", about.toString())
        .update();
  }

  /** Where time alone may have changed something: offers, unconfirmed addresses, a waiting list. */
  List<Ref> unsettled(Instant now) {
    return sql.sql(
            """
            select distinct r.about from registration_registration r
            join registration_offering o on o.about = r.about
            where r.state = 'offered' and (r.offered_until <= :now or o.starts_at <= :now)
              or r.state in ('confirmed', 'waitlisted') and r.confirm_by <= :now
              or r.state = 'waitlisted' and o.closes_at > :now and o.starts_at > :now
                and o.canceled_at is null
            order by r.about
            """)
        .param("now", Timestamp.from(now))
        .query((row, number) -> Ref.parse(row.getString(1)))
        .list();
  }

  /** What begins within the span, for reminders. */
  List<Offering> startingBetween(Instant from, Instant until) {
    return sql.sql(
            "select * from registration_offering where starts_at > ? and starts_at <= ? and canceled_at is null order by about")
        .param(Timestamp.from(from))
        .param(Timestamp.from(until))
        .query(OfferingStore::offering)
        .list();
  }

  /** What has passed its deletion date and still knows people. */
  List<Ref> toForget(LocalDate today) {
    return sql.sql(
            "select about from registration_offering where delete_on <= ? and forgotten_at is null")
        .param(today)
        .query((row, number) -> Ref.parse(row.getString(1)))
        .list();
  }

  void forgotten(Ref about, Instant at) {
    sql.sql("update registration_offering set forgotten_at = ? where about = ?")
        .param(Timestamp.from(at))
        .param(about.toString())
        .update();
  }

  private static Offering offering(ResultSet row, int number) throws SQLException {
    return new Offering(
        Ref.parse(row.getString("about")),
        new TenantId(row.getString("tenant")),
        row.getString("title"),
        row.getString("url"),
        row.getString("place"),
        row.getInt("capacity"),
        row.getInt("largest_group"),
        row.getTimestamp("opens_at").toInstant(),
        row.getTimestamp("closes_at").toInstant(),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getObject("delete_on", LocalDate.class));
  }
}
