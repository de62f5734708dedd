package org.allmende.notify;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to know what becomes of what. */
@Component
public class Following {

  private final JdbcClient sql;
  private final Clock clock;

  Following(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Transactional
  public void follow(PersonId person, Ref ref) {
    sql.sql(
            "insert into notify_follow (person, ref, since) values (?, ?, ?) on conflict do nothing")
        .param(person.value())
        .param(ref.toString())
        .param(OffsetDateTime.now(clock))
        .update();
  }

  @Transactional
  public void unfollow(PersonId person, Ref ref) {
    sql.sql("delete from notify_follow where person = ? and ref = ?")
        .param(person.value())
        .param(ref.toString())
        .update();
  }

  /** Ends every following of the person. */
  @Transactional
  public void unfollowAll(PersonId person) {
    sql.sql("delete from notify_follow where person = ?").param(person.value()).update();
  }

  public boolean follows(PersonId person, Ref ref) {
    return sql.sql("select exists (select 1 from notify_follow where person = ? and ref = ?)")
        .param(person.value())
        .param(ref.toString())
        .query(Boolean.class)
        .single();
  }

  /** Who of them follows anything. */
  Set<PersonId> among(Collection<PersonId> people) {
    return Set.copyOf(
        sql.sql("select distinct person from notify_follow where person = any (?)")
            .param(people.stream().map(PersonId::value).toArray(String[]::new))
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }

  /** What the person follows. */
  List<String> of(PersonId person) {
    return sql.sql("select ref from notify_follow where person = ? order by since, ref")
        .param(person.value())
        .query(String.class)
        .list();
  }

  /** How many people follow the thing. */
  public int count(Ref ref) {
    return sql.sql("select count(*) from notify_follow where ref = ?")
        .param(ref.toString())
        .query(Integer.class)
        .single();
  }

  /** Lets everybody who follows one thing follow another, as when equal wishes are merged. */
  @Transactional
  public void carryOver(Ref from, Ref to) {
    sql.sql(
            """
            insert into notify_follow (person, ref, since)
            select person, :to, :now from notify_follow where ref = :from
            on conflict do nothing
            """)
        .param("from", from.toString())
        .param("to", to.toString())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** Who follows any of the things. */
  List<PersonId> followers(Collection<Ref> refs) {
    return sql.sql("select distinct person from notify_follow where ref = any (?)")
        .param(refs.stream().map(Ref::toString).toArray(String[]::new))
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }

  List<PersonId> followers(Ref ref) {
    return sql.sql("select person from notify_follow where ref = ? order by person")
        .param(ref.toString())
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }
}
