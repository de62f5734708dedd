package org.allmende.catalog;

import java.net.http.HttpRequest;
import java.util.Locale;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;

/** A town of its own with an officer and a steward, spoken to by real HTTP. */
final class CatalogTown {

  final Tenant tenant;
  final Department department;
  final String officer;
  final String steward;
  private final Caller http;

  CatalogTown(int port, Tenants tenants, People people, Tokens tokens) {
    this.http = Caller.at(port);
    String slug = "t" + Ids.next().toLowerCase(Locale.ROOT);
    tenant =
        tenants.create(
            new Tenant(
                new TenantId(slug),
                "Musterstadt " + slug,
                Tenant.Kind.MUNICIPALITY,
                "#1b5e57",
                "05170024",
                "daten@musterstadt.example",
                "http://dcat-ap.de/def/contributors/openNRW"),
            Viewer.system());
    department = tenants.addDepartment(tenant.id(), "Fachbereich Jugend", Viewer.system());
    officer = token(people, tokens, Role.OFFICER);
    steward = token(people, tokens, Role.STEWARD);
  }

  private String token(People people, Tokens tokens, Role role) {
    PersonId person =
        people.account(
            Ids.next() + "@musterstadt.example", "Person", people.hashed("ein langes Passwort"));
    people.grant(person, tenant.id(), role, role == Role.OFFICER ? department : null);
    String token = Ids.next();
    tokens.keep(person, token, "test");
    return token;
  }

  String api(String path) {
    return tenant.url("/api/v1" + path);
  }

  Answer get(String path, @Nullable String token) {
    return http.get(path, token);
  }

  Answer json(String method, String path, @Nullable String token, String body) {
    return http.with(token).json(method, path, body);
  }

  Answer upload(String path, @Nullable String token, String name, byte[] content) {
    return http.with(token).upload(path, name, content);
  }

  HttpRequest.Builder request(String path, @Nullable String token) {
    return http.with(token).request(path);
  }

  Answer send(HttpRequest.Builder request) {
    return http.send(request);
  }

  /** A draft with everything said about it. */
  String draft(String title) {
    Answer created =
        json(
            "POST",
            api("/datasets"),
            officer,
            """
            {"title": "%s", "description": "Kontrollierte Spielplätze mit Fläche.",
             "department": "Fachbereich Jugend", "license": "dl-de/zero-2.0",
             "contact": "Datenstelle, daten@musterstadt.example", "topic": "spielplatz-und-spielstaette",
             "keywords": ["Spielplatz"]}
            """
                .formatted(title));
    return created.json().get("id").asString();
  }
}
