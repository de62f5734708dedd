package org.allmende.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.mail.Mail;
import org.allmende.base.mail.MailQueue;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The feedback that BGG NRW § 10 d asks of every public body: readers report barriers, the body
 * answers within two weeks.
 */
@Component
class Barriers {

  private static final int SHOWN = 100;

  private final JdbcClient sql;
  private final Submissions submissions;
  private final MailQueue mails;
  private final PublicAddress here;
  private final Texts texts;
  private final Audit audit;
  private final Clock clock;

  Barriers(
      JdbcClient sql,
      Submissions submissions,
      MailQueue mails,
      PublicAddress here,
      Texts texts,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.submissions = submissions;
    this.mails = mails;
    this.here = here;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes a report and tells the tenant's office by mail, if it named an address. */
  @Transactional
  public void report(
      Tenant tenant, String page, String text, @Nullable String contact, @Nullable String key) {
    submissions.once("barrier", key, () -> insert(tenant, page, text, contact));
  }

  private String insert(Tenant tenant, String page, String text, @Nullable String contact) {
    String id = Ids.next();
    sql.sql(
            """
            insert into app_barrier (id, tenant, page, text, contact, reported_at)
            values (:id, :tenant, :page, :text, :contact, :at)
            """)
        .param("id", id)
        .param("tenant", tenant.slug())
        .param("page", page)
        .param("text", text)
        .param("contact", contact)
        .param("at", OffsetDateTime.now(clock))
        .update();
    if (tenant.contact() != null) {
      mails.queue(
          new Mail(
              "barrier:" + id,
              tenant.contact(),
              Locale.GERMAN,
              texts.of(Locale.GERMAN, "app.barrier.mail.subject"),
              texts.of(
                  Locale.GERMAN,
                  "app.barrier.mail.text",
                  page,
                  text,
                  here.of(tenant.url("/admin/barriers"))),
              null));
    }
    return id;
  }

  /** The newest reports, those that wait first. */
  List<Barrier> newest(Tenant tenant, Viewer admin) {
    admin.require(tenant.id(), Role.ADMIN);
    return sql.sql(
            """
            select * from app_barrier where tenant = ?
            order by answered_at is not null, reported_at desc, id limit ?
            """)
        .param(tenant.slug())
        .param(SHOWN)
        .query(Barriers::barrier)
        .list();
  }

  /** Notes that a report was answered; the address is needed no longer. */
  @Transactional
  public void answered(Tenant tenant, String id, Viewer admin) {
    admin.require(tenant.id(), Role.ADMIN);
    int changed =
        sql.sql(
                """
                update app_barrier set answered_at = :at, answered_by = :by, contact = null
                where tenant = :tenant and id = :id and answered_at is null
                """)
            .param("at", OffsetDateTime.now(clock))
            .param("by", admin.known().value())
            .param("tenant", tenant.slug())
            .param("id", id)
            .update();
    if (changed == 1) {
      audit.record(tenant.id(), admin, "barrier.answer", new Ref("barrier", id));
    }
  }

  private static Barrier barrier(ResultSet row, int number) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    return new Barrier(
        row.getString("id"),
        row.getString("page"),
        row.getString("text"),
        row.getString("contact"),
        row.getTimestamp("reported_at").toInstant(),
        answered == null ? null : answered.toInstant());
  }
}
