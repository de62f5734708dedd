package org.allmende.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Department;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everyone the installation knows, and what they may do. */
@Component
public class People {

  private final JdbcClient sql;
  private final ViewerStore viewers;
  private final PasswordEncoder passwords;
  private final Clock clock;

  People(JdbcClient sql, ViewerStore viewers, PasswordEncoder passwords, Clock clock) {
    this.sql = sql;
    this.viewers = viewers;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Somebody without an account or an address; whoever lets guests in keeps their names. */
  @Transactional
  public PersonId guest() {
    return person("guest", "");
  }

  /** Takes away a guest to whom nothing leads any more. */
  @Transactional
  public void dismiss(PersonId guest) {
    sql.sql("delete from people_person where id = ? and kind = 'guest'")
        .param(guest.value())
        .update();
  }

  /**
   * A password as it is kept. Slow on purpose, so it is made before the transaction that keeps it:
   * the database ends one that waits for long.
   */
  @Transactional(propagation = Propagation.NEVER)
  public HashedPassword hashed(String password) {
    return new HashedPassword(Objects.requireNonNull(passwords.encode(password)));
  }

  /**
   * An account with a password. An existing one of the address stays as it is, unless it came from
   * another installation and has no password yet.
   */
  @Transactional
  public PersonId account(String email, String name, HashedPassword password) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    Optional<PersonId> known = accountOf(address);
    if (known.isPresent()) {
      sql.sql(
              "update people_account set password_hash = ? where person = ? and password_hash is null")
          .param(password.hash())
          .param(known.get().value())
          .update();
      return known.get();
    }
    PersonId person = person("account", name);
    sql.sql("insert into people_account (person, email, password_hash) values (?, ?, ?)")
        .param(person.value())
        .param(address)
        .param(password.hash())
        .update();
    return person;
  }

  /** The account of an address. */
  public Optional<PersonId> accountOf(String email) {
    return sql.sql("select person from people_account where email = ? and closed_at is null")
        .param(email.strip().toLowerCase(Locale.ROOT))
        .query((row, number) -> new PersonId(row.getString(1)))
        .optional();
  }

  /** Whether the person has or had an account; whoever has one is known by a login only. */
  public boolean hasAccount(PersonId person) {
    return sql.sql("select exists (select 1 from people_account where person = ?)")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether somebody can log in with the address. */
  boolean canLogIn(String email) {
    return sql.sql(
            """
            select exists (select 1 from people_account
              where email = ? and closed_at is null and password_hash is not null)
            """)
        .param(email.strip().toLowerCase(Locale.ROOT))
        .query(Boolean.class)
        .single();
  }

  /** Makes the person an operator of the installation. */
  @Transactional
  public void makeOperator(PersonId person) {
    sql.sql(
            "update people_account set operator_since = coalesce(operator_since, ?) where person = ?")
        .param(OffsetDateTime.now(clock))
        .param(person.value())
        .update();
  }

  /** Whether anybody runs the installation yet. */
  public boolean hasOperator() {
    return sql.sql("select exists (select 1 from people_account where operator_since is not null)")
        .query(Boolean.class)
        .single();
  }

  /** Grants a role in a tenant; an officer also gets a department. */
  @Transactional
  public void grant(PersonId person, TenantId tenant, Role role, @Nullable Department department) {
    sql.sql(
            """
            insert into people_role (person, tenant, role, department, granted_at)
            values (:person, :tenant, :role, :department, :at)
            on conflict (person, tenant, role) do update set department = excluded.department
            """)
        .param("person", person.value())
        .param("tenant", tenant.slug())
        .param("role", role.key())
        .param("department", department == null ? null : department.id())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Takes a role away; acts with the person's next request. */
  @Transactional
  public void revoke(PersonId person, TenantId tenant, Role role) {
    sql.sql("delete from people_role where person = ? and tenant = ? and role = ?")
        .param(person.value())
        .param(tenant.slug())
        .param(role.key())
        .update();
  }

  /** The staff of a tenant that hold a role, by name. */
  public List<StaffMember> staff(TenantId tenant, Role role) {
    return sql.sql(
            """
            select p.id, p.name, r.department from people_role r
            join people_person p on p.id = r.person
            join people_account a on a.person = p.id and a.closed_at is null
            where r.tenant = ? and r.role = ? order by p.name collate "de-x-icu"
            """)
        .param(tenant.slug())
        .param(role.key())
        .query((row, number) ->
            new StaffMember(new PersonId(row.getString(1)), row.getString(2), row.getString(3)))
        .list();
  }

  /** Who somebody is, as if the person asked now; empty for people without account. */
  public Optional<Viewer> viewer(PersonId person) {
    return viewers.find(person);
  }

  /** The names of people, for pages that may show them. */
  public Map<PersonId, String> names(Collection<PersonId> people) {
    if (people.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select id, name from people_person where id in (:ids)")
        .param("ids", people.stream().map(PersonId::value).toList())
        .query((row, number) -> Map.entry(new PersonId(row.getString(1)), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  PersonId person(String kind, String name) {
    var person = new PersonId(Ids.next());
    sql.sql("insert into people_person (id, kind, name, created_at) values (?, ?, ?, ?)")
        .param(person.value())
        .param(kind)
        .param(name)
        .param(OffsetDateTime.now(clock))
        .update();
    return person;
  }
}
