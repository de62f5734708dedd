package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program that speaks to one tenant's JSON API, with a token or without. */
record Api(URI home, String tenant, @Nullable String token) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Gson GSON = new Gson();

  /** What came back. */
  record Answer(int status, String text) {

    JsonObject json() {
      return GSON.fromJson(text, JsonObject.class);
    }

    List<JsonObject> items() {
      return json().getAsJsonArray("items").asList().stream()
          .map(JsonElement::getAsJsonObject)
          .toList();
    }
  }

  /** The same tenant for somebody else. */
  Api as(String other) {
    return new Api(home, tenant, other);
  }

  JsonObject get(String path) {
    Answer answer = answer("GET", path, null, null);
    assertThat(answer.status()).as("GET %s: %s", path, answer.text()).isEqualTo(200);
    return answer.json();
  }

  List<JsonObject> items(String path) {
    JsonArray items = get(path).getAsJsonArray("items");
    return items.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  /** Creates, and sends the very same once more: nothing may happen twice. */
  JsonObject create(String path, Map<String, ?> body) {
    String key = UUID.randomUUID().toString();
    Answer first = answer("POST", path, body, key);
    assertThat(first.status()).as("POST %s: %s", path, first.text()).isEqualTo(201);
    Answer again = answer("POST", path, body, key);
    assertThat(again.status()).as("POST %s again: %s", path, again.text()).isEqualTo(201);
    assertThat(again.json().get("id"))
        .as("id of %s when sent again", path)
        .isEqualTo(first.json().get("id"));
    return first.json();
  }

  JsonObject post(String path, Map<String, ?> body) {
    return fine("POST", path, body);
  }

  JsonObject put(String path, Map<String, ?> body) {
    return fine("PUT", path, body);
  }

  JsonObject patch(String path, Map<String, ?> body) {
    return fine("PATCH", path, body);
  }

  private JsonObject fine(String method, String path, Map<String, ?> body) {
    Answer answer = answer(method, path, body, UUID.randomUUID().toString());
    assertThat(answer.status()).as("%s %s: %s", method, path, answer.text()).isBetween(200, 299);
    return answer.json();
  }

  Answer answer(String method, String path, @Nullable Map<String, ?> body, @Nullable String key) {
    HttpRequest.Builder request = request(path);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(
        request
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(GSON.toJson(body)))
            .build());
  }

  /** Sends a file as a browser form does. */
  JsonObject upload(String path, String name, byte[] content) {
    String line = "--line" + UUID.randomUUID();
    String head =
        line
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/csv\r\n\r\n";
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    whole.writeBytes(content);
    whole.writeBytes(("\r\n" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
    Answer answer =
        send(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + line.substring(2))
                .POST(BodyPublishers.ofByteArray(whole.toByteArray()))
                .build());
    assertThat(answer.status()).as("POST %s: %s", path, answer.text()).isEqualTo(201);
    return answer.json();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve("/" + tenant + "/api/v1/" + path))
            .header("Accept", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  /** Opens an address as anybody would. */
  static Answer open(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
