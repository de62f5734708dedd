package org.allmende.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.base.audit.Audit;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.Mail;
import org.allmende.base.mail.MailQueue;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Signer;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff are invited by mail; the link is good for two weeks and for one account. */
@Component
public class Invitations {

  private static final String PURPOSE = "invitation";
  private static final Duration LIFE = Duration.ofDays(14);

  private final JdbcClient sql;
  private final People people;
  private final Tenants tenants;
  private final MailQueue mails;
  private final Signer signer;
  private final PublicAddress here;
  private final Texts texts;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      JdbcClient sql,
      People people,
      Tenants tenants,
      MailQueue mails,
      Signer signer,
      PublicAddress here,
      Texts texts,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.people = people;
    this.tenants = tenants;
    this.mails = mails;
    this.signer = signer;
    this.here = here;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Invites somebody; whoever has an account already is granted the roles when accepting, too.
   * Returns the link that the mail brings.
   */
  @Transactional
  public String invite(
      Tenant tenant, String email, List<Role> roles, Optional<Department> department, Viewer by) {
    String id = Ids.next();
    String address = email.strip().toLowerCase(Locale.ROOT);
    sql.sql(
            """
            insert into people_invitation (id, tenant, email, roles, department, invited_at)
            values (:id, :tenant, :email, :roles, :department, :at)
            """)
        .param("id", id)
        .param("tenant", tenant.slug())
        .param("email", address)
        .param("roles", String.join(" ", roles.stream().map(Role::key).toList()))
        .param("department", department.map(Department::id).orElse(null))
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.record(tenant.id(), by, "people.invite", new Ref("invitation", id));
    String link = link(id);
    mails.queue(
        new Mail(
            "invitation:" + id,
            address,
            by.locale(),
            texts.of(by.locale(), "people.invitation.subject", tenant.name()),
            texts.of(by.locale(), "people.invitation.mail", tenant.name(), link),
            null));
    return link;
  }

  /** Where an invitation is accepted; administrators may hand it on where no mail goes out. */
  String link(String invitation) {
    return here.of("/invitations/" + invitation + "." + signer.sign(PURPOSE, invitation));
  }

  /**
   * The invitation a link leads to.
   *
   * @throws Problem 410 if it is used, too old, or not one of ours
   */
  Invitation open(String link) {
    int dot = link.indexOf('.');
    String id = dot < 0 ? link : link.substring(0, dot);
    if (dot < 0 || !signer.verify(PURPOSE, id, link.substring(dot + 1))) {
      throw gone();
    }
    return sql.sql(
            "select * from people_invitation where id = ? and accepted_at is null and invited_at > ?")
        .param(id)
        .param(OffsetDateTime.now(clock).minus(LIFE))
        .query(Invitations::invitation)
        .optional()
        .orElseThrow(Invitations::gone);
  }

  /** Those of a tenant that nobody has accepted yet. */
  List<Invitation> open(TenantId tenant) {
    return sql.sql(
            """
            select * from people_invitation where tenant = ? and accepted_at is null and invited_at > ?
            order by invited_at desc, id
            """)
        .param(tenant.slug())
        .param(OffsetDateTime.now(clock).minus(LIFE))
        .query(Invitations::invitation)
        .list();
  }

  /** Makes the account and grants the roles. */
  @Transactional
  PersonId accept(Invitation invitation, String name, HashedPassword password) {
    use(invitation);
    PersonId person = people.account(invitation.email(), name, password);
    grant(invitation, person);
    return person;
  }

  /** Grants the roles to the account the address has. */
  @Transactional
  void accept(Invitation invitation) {
    use(invitation);
    grant(invitation, people.accountOf(invitation.email()).orElseThrow(Invitations::gone));
  }

  private void use(Invitation invitation) {
    int accepted =
        sql.sql("update people_invitation set accepted_at = ? where id = ? and accepted_at is null")
            .param(OffsetDateTime.now(clock))
            .param(invitation.id())
            .update();
    if (accepted == 0) {
      throw gone();
    }
  }

  private void grant(Invitation invitation, PersonId person) {
    Optional<Department> department =
        Optional.ofNullable(invitation.department())
            .flatMap(id -> tenants.department(invitation.tenant(), id));
    invitation
        .roles()
        .forEach(role -> people.grant(person, invitation.tenant(), role, department.orElse(null)));
  }

  private static Problem gone() {
    return Problem.gone("people.invitation.gone");
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        row.getString("email"),
        Stream.of(row.getString("roles").split(" "))
            .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
            .toList(),
        row.getString("department"));
  }
}
