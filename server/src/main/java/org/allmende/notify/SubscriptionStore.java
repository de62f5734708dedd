package org.allmende.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of subscriptions. */
@Repository
class SubscriptionStore {

  private final JdbcClient sql;

  SubscriptionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Subscribes; whoever does already gets the new tempo. */
  void put(Subscription subscription) {
    sql.sql(
            """
            insert into notify_subscription (id, person, tenant, subject, tempo, since, digested_at)
            values (:id, :person, :tenant, :subject, :tempo, :since, :since)
            on conflict (person, tenant, subject) do update set tempo = excluded.tempo
            """)
        .param("id", subscription.id())
        .param("person", subscription.person().value())
        .param("tenant", subscription.tenant().slug())
        .param("subject", subscription.subject().toString())
        .param("tempo", subscription.tempo().key())
        .param("since", Timestamp.from(subscription.since()))
        .update();
  }

  /** Who subscribes to any of the subjects; those told at once first. */
  List<Subscription> to(TenantId tenant, Collection<Ref> subjects) {
    return sql.sql(
            """
            select * from notify_subscription where tenant = ? and subject = any (?)
            order by array_position(array['at_once', 'daily', 'weekly'], tempo), since, id
            """)
        .param(tenant.slug())
        .param(subjects.stream().map(Ref::toString).toArray(String[]::new))
        .query(SubscriptionStore::subscription)
        .list();
  }

  List<Subscription> of(PersonId person) {
    return sql.sql("select * from notify_subscription where person = ? order by since, id")
        .param(person.value())
        .query(SubscriptionStore::subscription)
        .list();
  }

  void retime(PersonId person, String id, Tempo tempo) {
    sql.sql("update notify_subscription set tempo = ? where person = ? and id = ?")
        .param(tempo.key())
        .param(person.value())
        .param(id)
        .update();
  }

  void end(PersonId person, String id) {
    sql.sql("delete from notify_subscription where person = ? and id = ?")
        .param(person.value())
        .param(id)
        .update();
  }

  void endAll(PersonId person, Tempo tempo) {
    sql.sql("delete from notify_subscription where person = ? and tempo = ?")
        .param(person.value())
        .param(tempo.key())
        .update();
  }

  void endAll(PersonId person) {
    sql.sql("delete from notify_subscription where person = ?").param(person.value()).update();
  }

  /** Who of them subscribes to anything. */
  Set<PersonId> among(Collection<PersonId> people) {
    return Set.copyOf(
        sql.sql("select distinct person from notify_subscription where person = any (?)")
            .param(people.stream().map(PersonId::value).toArray(String[]::new))
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }

  /** Whose digest of the tempo is due. */
  List<PersonId> dueFor(Tempo tempo, Instant due) {
    return sql.sql(
            """
            select distinct person from notify_subscription where tempo = ? and digested_at < ?
            order by person
            """)
        .param(tempo.key())
        .param(Timestamp.from(due))
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }

  /** Marks the digest as done; false if another node did it meanwhile. */
  boolean digested(PersonId person, Tempo tempo, Instant due) {
    return sql.sql(
                """
                update notify_subscription set digested_at = :due
                where person = :person and tempo = :tempo and digested_at < :due
                """)
            .param("due", Timestamp.from(due))
            .param("person", person.value())
            .param("tempo", tempo.key())
            .update()
        > 0;
  }

  private static Subscription subscription(ResultSet row, int number) throws SQLException {
    return new Subscription(
        row.getString("id"),
        new PersonId(row.getString("person")),
        new TenantId(row.getString("tenant")),
        Ref.parse(row.getString("subject")),
        Tempo.of(row.getString("tempo")),
        row.getTimestamp("since").toInstant());
  }
}
