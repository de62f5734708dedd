package org.allmende.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A town of its own with an officer and a steward, spoken to by real HTTP. */
final class CatalogTown {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final Tenant tenant;
  final Department department;
  final String officer;
  final String steward;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  CatalogTown(int port, Tenants tenants, People people, Tokens tokens) {
    this.port = port;
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
        people.account(Ids.next() + "@musterstadt.example", "Person", "ein langes Passwort");
    people.grant(person, tenant.id(), role, role == Role.OFFICER ? department : null);
    String token = Ids.next();
    tokens.keep(person, token, "test");
    return token;
  }

  String api(String path) {
    return tenant.url("/api/v1" + path);
  }

  HttpResponse<String> get(String path, @Nullable String token)
      throws IOException, InterruptedException {
    return send(request(path, token).GET().build());
  }

  HttpResponse<String> json(String method, String path, @Nullable String token, String body)
      throws IOException, InterruptedException {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> upload(String path, @Nullable String token, String name, byte[] content)
      throws IOException, InterruptedException {
    String boundary = "----" + Ids.next();
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path, token)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  static JsonNode tree(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** A draft with everything said about it. */
  String draft(String title) throws IOException, InterruptedException {
    HttpResponse<String> created =
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
    return tree(created).get("id").asString();
  }
}
