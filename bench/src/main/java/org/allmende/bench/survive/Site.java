package org.allmende.bench.survive;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser, who keeps cookies and sends the forms of pages. */
final class Site {
  private static final Pattern KEY =
      Pattern.compile("name=\"(_csrf|_submission)\" value=\"([^\"]*)\"");

  private final URI home;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Site(URI home) {
    this.home = home;
  }

  String open(String path) throws IOException, InterruptedException {
    return page(HttpRequest.newBuilder(home.resolve(path)).build());
  }

  /** Opens the page with the form and sends the form to the address given. */
  String send(String page, String to, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(fields);
    Matcher keys = KEY.matcher(open(page));
    while (keys.find()) {
      all.putIfAbsent(keys.group(1), keys.group(2));
    }
    String body =
        all.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return page(
        HttpRequest.newBuilder(home.resolve(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String page(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(
          request.method() + " " + request.uri().getPath() + ": " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
