package org.allmende;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.base.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One browser or one program that talks to the running server: real HTTP, cookies are kept,
 * redirects are shown and not followed.
 */
public final class Caller {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String origin;
  private final HttpClient http;
  private final @Nullable String token;
  private final String cookies;

  private Caller(String origin, HttpClient http, @Nullable String token, String cookies) {
    this.origin = origin;
    this.http = http;
    this.token = token;
    this.cookies = cookies;
  }

  /** Somebody nobody has seen before. */
  public static Caller at(int port) {
    return new Caller(origin(port), client().build(), null, "");
  }

  /** The same from another address of this machine, such as {@code 127.0.3.14}. */
  public static Caller at(int port, String from) {
    try {
      return new Caller(
          origin(port), client().localAddress(InetAddress.getByName(from)).build(), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same browser at another port of this machine. */
  public Caller moved(int port) {
    return new Caller(origin(port), http, token, cookies);
  }

  private static String origin(int port) {
    return "http://localhost:" + port;
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  /** The same browser, sending the token with every request. */
  public Caller with(@Nullable String bearer) {
    return new Caller(origin, http, bearer, cookies);
  }

  /** The same browser, which from now on keeps no further cookies. */
  public Caller frozen() {
    String cookies =
        ((CookieManager) http.cookieHandler().orElseThrow())
            .getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    HttpClient plain =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new Caller(origin, plain, token, cookies);
  }

  /** What it sends along with every request, as header lines. */
  public List<String> credentials() {
    List<String> lines = new ArrayList<>();
    if (!cookies.isEmpty()) {
      lines.add("Cookie: " + cookies);
    }
    if (token != null) {
      lines.add("Authorization: Bearer " + token);
    }
    return lines;
  }

  /** What came back. */
  public record Answer(int status, String body, HttpHeaders headers) {

    public JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    public String text(String field) {
      return json().get(field).asString();
    }

    /** The header, empty if it is not there. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** The same with a token for this once; null for none. */
  public Answer get(String path, @Nullable String bearer) {
    return with(bearer).get(path);
  }

  public Answer post(String path, String json) {
    return json("POST", path, json);
  }

  /** The same with a token for this once; null for none. */
  public Answer post(String path, @Nullable String bearer, String json) {
    return with(bearer).json("POST", path, json);
  }

  /** The same with a token for this once; null for none. */
  public Answer put(String path, @Nullable String bearer, String json) {
    return with(bearer).json("PUT", path, json);
  }

  /** The same key twice is the same submission. */
  public Answer once(String path, String json, String key) {
    return once("POST", path, json, key);
  }

  /** The same key twice is the same submission. */
  public Answer once(String method, String path, String json, String key) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(method, BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json) {
    return json("PUT", path, json);
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** The same with a token for this once; null for none. */
  public Answer patch(String path, @Nullable String bearer, String json) {
    return with(bearer).json("PATCH", path, json);
  }

  public Answer json(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** Fills in a form of the page and sends it as a browser does. */
  public Answer submit(String page, String action, Map<String, String> fields) {
    return form(action, csrf(page), fields);
  }

  /** The forgery token of the page's forms, empty if it has none. */
  public String csrf(String page) {
    Matcher found = CSRF.matcher(get(page).body());
    return found.find() ? found.group(1) : "";
  }

  /** Sends a form with a forgery token that is known already. */
  public Answer form(String action, String csrf, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("", "_csrf=" + encoded(csrf), ""));
    return send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends one file in the field {@code file}. */
  public Answer upload(String path, String name, byte[] content) {
    return upload(path, Map.of(), name, content);
  }

  /** The same with other fields of a form. */
  public Answer upload(String path, Map<String, String> fields, String name, byte[] content) {
    String boundary = "----" + Ids.next();
    var body = new ByteArrayOutputStream();
    fields.forEach((field, value) ->
        body.writeBytes(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, field, value)
                .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    BodyPublisher whole = BodyPublishers.ofByteArray(body.toByteArray());
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Origin", origin)
            .POST(whole));
  }

  /** A request in German, to be completed; a path or a whole address. */
  public HttpRequest.Builder request(String path) {
    String address = origin + (path.startsWith("http") ? local(URI.create(path)) : path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", "de");
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Addresses the program tells carry its public host, which is another one here. */
  private static String local(URI address) {
    String query = address.getRawQuery();
    return address.getRawPath() + (query == null ? "" : "?" + query);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
