package org.allmende.bench;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks to one tenant's JSON API, with a token or without. */
public record Api(URI home, String tenant, @Nullable String token) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Gson GSON = new Gson();

  /** What came back. */
  public record Answer(int status, String text) {

    public JsonObject json() {
      return GSON.fromJson(text, JsonObject.class);
    }

    public List<JsonObject> items() {
      return json().getAsJsonArray("items").asList().stream()
          .map(JsonElement::getAsJsonObject)
          .toList();
    }

    public String text(String field) {
      return json().get(field).getAsString();
    }
  }

  /** The same tenant for somebody else. */
  public Api as(String other) {
    return new Api(home, tenant, other);
  }

  public Api at(String otherTenant) {
    return new Api(home, otherTenant, token);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, null, BodyPublishers.noBody(), null);
  }

  /** Sends JSON; the key makes it happen once, however often it is sent. */
  public Answer send(String method, String path, Object body, @Nullable String key)
      throws IOException, InterruptedException {
    return send(method, path, key, BodyPublishers.ofString(GSON.toJson(body)), "application/json");
  }

  /** Sends a file as a browser's form does. */
  public Answer upload(String path, String name, String content, @Nullable String key)
      throws IOException, InterruptedException {
    String line = "allmende-bench-7d0f";
    String whole =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/csv\r
        \r
        %s\r
        --%s--\r
        """
            .formatted(line, name, content, line);
    return send(
        "POST",
        path,
        key,
        BodyPublishers.ofString(whole, StandardCharsets.UTF_8),
        "multipart/form-data; boundary=" + line);
  }

  private Answer send(
      String method,
      String path,
      @Nullable String key,
      BodyPublisher body,
      @Nullable String contentType)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve("/" + tenant + "/api/v1/" + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    HttpResponse<String> response =
        CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), response.body());
  }
}
