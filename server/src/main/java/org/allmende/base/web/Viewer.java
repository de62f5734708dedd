package org.allmende.base.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InsufficientAuthenticationException;

/**
 * Who is asking, read anew for every request so that a changed role acts at once.
 *
 * @param person null for somebody without login
 * @param name how the person is called in the interface, empty without login
 * @param roles the roles held, by tenant
 * @param operator whether the person runs the installation
 * @param locale the language to answer in
 */
public record Viewer(
    @Nullable PersonId person,
    String name,
    Map<TenantId, Set<Role>> roles,
    boolean operator,
    Locale locale) {

  /** Somebody without login. */
  public static Viewer anonymous(Locale locale) {
    return new Viewer(null, "", Map.of(), false, locale);
  }

  /** The installation itself, for jobs and demo content. */
  public static Viewer system() {
    return new Viewer(null, "", Map.of(), true, Locale.GERMAN);
  }

  public boolean isKnown() {
    return person != null;
  }

  /** Whether the person holds one of the roles in the tenant. */
  public boolean has(TenantId tenant, Role... wanted) {
    Set<Role> held = roles.getOrDefault(tenant, Set.of());
    for (Role role : wanted) {
      if (held.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the person holds any role in the tenant. */
  public boolean isStaff(TenantId tenant) {
    return !roles.getOrDefault(tenant, Set.of()).isEmpty();
  }

  /**
   * Goes on only if the person holds one of the roles.
   *
   * @throws InsufficientAuthenticationException without login: the person is asked to log in and
   *     nothing sent is lost
   * @throws Problem 403 with login but without the role
   */
  public void require(TenantId tenant, Role... wanted) {
    known();
    if (!has(tenant, wanted)) {
      throw Problem.forbidden("base.problem.role");
    }
  }

  /**
   * Goes on only for whoever runs the installation.
   *
   * @throws InsufficientAuthenticationException without login
   * @throws Problem 403 for everybody else
   */
  public void requireOperator() {
    known();
    if (!operator) {
      throw Problem.forbidden("base.problem.role");
    }
  }

  /** The person asking; without login the person is asked to log in. */
  public PersonId known() {
    if (person == null) {
      throw new InsufficientAuthenticationException("login needed");
    }
    return person;
  }

  /** The same person, answered in another language. */
  public Viewer speaking(Locale other) {
    return new Viewer(person, name, roles, operator, other);
  }
}
