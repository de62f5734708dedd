package org.allmende.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who somebody is, with all roles, in one statement. */
@Repository
class ViewerStore {

  private record Row(
      String name, boolean operator, @Nullable String tenant, @Nullable String role) {}

  private final JdbcClient sql;

  ViewerStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Viewer> find(PersonId person) {
    List<Row> rows =
        sql.sql(
                """
                select p.name, a.operator_since is not null as operator, r.tenant, r.role
                from people_person p
                join people_account a on a.person = p.id
                left join people_role r on r.person = p.id
                where p.id = ? and a.closed_at is null
                """)
            .param(person.value())
            .query(Row.class)
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<TenantId, Set<Role>> roles = new HashMap<>();
    for (Row row : rows) {
      if (row.tenant() != null && row.role() != null) {
        roles
            .computeIfAbsent(new TenantId(row.tenant()), t -> EnumSet.noneOf(Role.class))
            .add(Role.valueOf(row.role().toUpperCase(Locale.ROOT)));
      }
    }
    Row first = rows.getFirst();
    return Optional.of(new Viewer(person, first.name(), roles, first.operator(), Locale.GERMAN));
  }
}
