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
                insert into notify_notice (id, person, tenant, about, step, cause, url, content, at)
                values (:id, :person, :tenant, :about, :step, :cause, :url, :content::jsonb, :at)
                on conflict (person, about, step) do nothing
                """)
            .param("id", notice.id())
            .param("person", notice.person().value())
            .param("tenant", notice.tenant().slug())
            .param("about", notice.about().toString())
            .param("step", notice.step())
            .param("cause", notice.cause().text())
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

  /** What waits until the person's address is confirmed. */
  List<Notice> waiting(PersonId person) {
    return sql.sql(
            "select * from notify_notice where person = ? and reached_at is null order by at, id")
        .param(person.value())
        .query(this::notice)
        .list();
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
            select about, step, min(at) as at, count(*) as people from notify_notice
            where about in (:things) and reached_at is not null
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
        row.getString("url"),
        json.readValue(row.getString("content"), NoticeText.class),
        instant(row, "at"),
        row.getObject("read_at") == null ? null : instant(row, "read_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
