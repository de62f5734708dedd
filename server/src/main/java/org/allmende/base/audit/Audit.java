package org.allmende.base.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit log: who did what to what, written in the transaction that did it, never changed. */
@Component
public class Audit {

  private final JdbcClient sql;
  private final Clock clock;

  Audit(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Notes an action.
   *
   * @param tenant null for what concerns the installation
   * @param action a verb of the domain such as {@code wish.refuse}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(@Nullable TenantId tenant, Viewer who, String action, Ref what) {
    sql.sql(
            """
            insert into base_audit (id, tenant, person, action, ref, at)
            values (:id, :tenant, :person, :action, :ref, :at)
            """)
        .param("id", Ids.next())
        .param("tenant", tenant == null ? null : tenant.slug())
        .param("person", who.person() == null ? null : who.person().value())
        .param("action", action)
        .param("ref", what.toString())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }
}
