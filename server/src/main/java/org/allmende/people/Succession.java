package org.allmende.people;

import java.util.Locale;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a tenant from losing the last one who can administer it or decide for it. */
@Component
public class Succession {

  private final JdbcClient sql;
  private final Tenants tenants;

  Succession(JdbcClient sql, Tenants tenants) {
    this.sql = sql;
    this.tenants = tenants;
  }

  /** A role nobody else holds in the tenant. */
  private record Sole(TenantId tenant, Role role) {}

  /**
   * Goes on only if others can do what the person does.
   *
   * @throws Problem 409 naming the tenant and the role somebody else must be given first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void require(PersonId leaving) {
    hold(leaving);
    sql.sql(
            """
            select r.tenant, r.role from people_role r
            where r.person = ? and r.role in ('admin', 'steward') and not exists (
              select 1 from people_role o
              join people_account a on a.person = o.person and a.closed_at is null
              where o.tenant = r.tenant and o.role = r.role and o.person <> r.person)
            order by r.role, r.tenant limit 1
            """)
        .param(leaving.value())
        .query((row, number) ->
            new Sole(
                new TenantId(row.getString(1)),
                Role.valueOf(row.getString(2).toUpperCase(Locale.ROOT))))
        .optional()
        .ifPresent(sole -> {
          throw Problem.conflict(
              "people.succession." + sole.role().key(), tenants.get(sole.tenant()).name());
        });
  }

  /** Of two who leave at once, the second one sees that the first one left. */
  private void hold(PersonId leaving) {
    sql.sql(
            """
            select 1 from people_role r
            where exists (select 1 from people_role own
              where own.person = ? and own.tenant = r.tenant and own.role = r.role)
            order by r.tenant, r.role, r.person for update
            """)
        .param(leaving.value())
        .query(Integer.class)
        .list();
  }
}
