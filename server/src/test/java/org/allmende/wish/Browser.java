package org.allmende.wish;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the program as a browser or a program does: real HTTP, cookies, hidden form keys. */
final class Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String origin;
  private final @Nullable String token;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Browser(int port, @Nullable String token) {
    this.origin = "http://localhost:" + port;
    this.token = token;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  /** Fills in a form of the page and sends it. */
  HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Matcher key = CSRF.matcher(get(page).body());
    String csrf = key.find() ? key.group(1) : "";
    String body =
        "_csrf="
            + encoded(csrf)
            + fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
    return send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE().build());
  }

  HttpResponse<String> put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<String> patch(String path, String json, String key) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method("PATCH", BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<String> post(String path, String json) {
    return post(path, json, null);
  }

  HttpResponse<String> post(String path, String json, @Nullable String submission) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return send(
        submission == null
            ? request.build()
            : request.header("Idempotency-Key", submission).build());
  }

  static JsonNode tree(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private HttpRequest.Builder request(String path) {
    String address = path.startsWith("http") ? path : origin + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", "de");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
