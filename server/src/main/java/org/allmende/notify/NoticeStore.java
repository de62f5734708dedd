package org.allmende.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of notices. */
@Repository
class NoticeStore {

  private static final int INBOX = 200;

  private final JdbcClient sql;
  private final JsonMapper json;

  NoticeStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** False if the person was told this step already. */
  boolean insert(Notice notice) {
    return sql.sql(
                """
                insert into notify_notice (id, person, tenant, about, step, cause, digest, url, content, at)
                values (:id, :person, :tenant, :about, :step, :cause, :digest, :url, :content::jsonb, :at)
                on conflict (person, about, step) do nothing
                """)
            .param("id", notice.id())
            .param("person", notice.person().value())
            .param("tenant", notice.tenant().slug())
            .param("about", notice.about().toString())
            .param("step", notice.step())
            .param("cause", notice.cause().text())
            .param("digest", notice.digest() == null ? null : notice.digest().key())
            .param("url", notice.url())
            .param("content", json.writeValueAsString(notice.text()))
            .param("at", notice.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void reached(String notice, Instant at) {
    sql.sql("update notify_notice set reached_at = ? where id = ? and reached_at is null")
        .param(at.atOffset(ZoneOffset.UTC))
        .param(notice)
        .update();
  }

  void dropUntold(Ref about) {
    sql.sql("delete from notify_notice where about = ? and reached_at is null")
        .param(about.toString())
        .update();
  }

  /** What waits until the person's address is confirmed; not what waits for a digest. */
  List<Notice> waiting(PersonId person) {
    return sql.sql(
            """
            select * from notify_notice where person = ? and reached_at is null and digest is null
            order by at, id
            """)
        .param(person.value())
        .query(this::notice)
        .list();
  }

  /** What the next digest tells, oldest first. */
  List<Notice> forDigest(PersonId person, Tempo tempo) {
    return sql.sql(
            """
            select * from notify_notice where person = ? and digest = ? and reached_at is null
            order by at, id
            """)
        .param(person.value())
        .param(tempo.key())
        .query(this::notice)
        .list();
  }

  /** Lets what waits for one digest go out with another, or with the other's next. */
  void redirect(PersonId person, Cause cause, Tempo tempo) {
    sql.sql(
            """
            update notify_notice set digest = ? where person = ? and cause = ? and reached_at is null
              and digest is not null
            """)
        .param(tempo.isDigest() ? tempo.key() : Tempo.DAILY.key())
        .param(person.value())
        .param(cause.text())
        .update();
  }

  /** Drops what waits for a digest that will never come. */
  void dropWaiting(PersonId person, Cause cause) {
    sql.sql(
            """
            delete from notify_notice where person = ? and cause = ? and reached_at is null
              and digest is not null
            """)
        .param(person.value())
        .param(cause.text())
        .update();
  }

  /** Keeps of old notices only how many people were told. */
  int forgetBefore(Instant before) {
    return gather("at < ?", before.atOffset(ZoneOffset.UTC));
  }

  /** Keeps of a person's notices only that somebody was told. */
  void forget(PersonId person) {
    var _ = gather("person = ?", person.value());
  }

  /** Drops what nobody could be told. */
  void dropUntoldBefore(Instant before) {
    sql.sql("delete from notify_notice where reached_at is null and read_at is null and at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private int gather(String which, Object value) {
    return sql.sql(
            """
            with gone as (delete from notify_notice where %s returning about, step, at, reached_at),
            counted as (
              insert into notify_told as told (about, step, at, people)
              select about, step, min(at), count(*) from gone where reached_at is not null
              group by about, step
              on conflict (about, step) do update set people = told.people + excluded.people,
                at = least(told.at, excluded.at)
              returning 1)
            select count(*) from gone
            """
                .formatted(which))
        .param(value)
        .query(Integer.class)
        .single();
  }

  List<Notice> inbox(PersonId person) {
    return sql.sql(
            "select * from notify_notice where person = ? order by at desc, id limit " + INBOX)
        .param(person.value())
        .query(this::notice)
        .list();
  }

  int unread(PersonId person) {
    return sql.sql("select count(*) from notify_notice where person = ? and read_at is null")
        .param(person.value())
        .query(Integer.class)
        .single();
  }

  void readAll(PersonId person, Instant at) {
    sql.sql("update notify_notice set read_at = ? where person = ? and read_at is null")
        .param(at.atOffset(ZoneOffset.UTC))
        .param(person.value())
        .update();
  }

  /** What was told about each thing, oldest first. */
  Map<Ref, List<Told>> told(Collection<Ref> things) {
    Map<Ref, List<Told>> told = new LinkedHashMap<>();
    if (things.isEmpty()) {
      return told;
    }
    sql.sql(
            """
            select about, step, min(at) as at, sum(people) as people from (
              select about, step, min(at) as at, count(*) as people from notify_notice
              where about in (:things) and reached_at is not null group by about, step
              union all
              select about, step, at, people from notify_told where about in (:things)) as told
            group by about, step order by min(at), step
            """)
        .param("things", things.stream().map(Ref::toString).toList())
        .query(row -> {
          told.computeIfAbsent(Ref.parse(row.getString("about")), ref -> new ArrayList<>())
              .add(new Told(row.getString("step"), instant(row, "at"), row.getInt("people")));
        });
    return told;
  }

  private Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        row.getString("id"),
        new PersonId(row.getString("person")),
        new TenantId(row.getString("tenant")),
        Ref.parse(row.getString("about")),
        row.getString("step"),
        new Cause(row.getString("cause")),
        row.getString("digest") == null ? null : Tempo.of(row.getString("digest")),
        row.getString("url"),
        json.readValue(row.getString("content"), NoticeText.class),
        instant(row, "at"),
        row.getObject("read_at") == null ? null : instant(row, "read_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
