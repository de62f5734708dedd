package org.allmende.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The town of the demo in which is rehearsed. */
record RehearsedDemo(URI home, HttpClient client) {

  private static final String TOWN = "moers";
  private static final String FACILITATOR = "demo-facilitator-" + TOWN;

  /** A page of the town as anybody reads it. */
  String page(String path) throws IOException, InterruptedException {
    return text(HttpRequest.newBuilder(home.resolve("/" + TOWN + "/" + path)).build());
  }

  /** A page as somebody reads it who has the token. */
  String page(String path, String token) throws IOException, InterruptedException {
    return text(
        HttpRequest.newBuilder(home.resolve("/" + TOWN + "/" + path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /** What the API answers to the facilitator. */
  String asked(String path) throws IOException, InterruptedException {
    return page("api/v1/" + path, FACILITATOR);
  }

  /** Sends something to the API as the facilitator. */
  String sent(String path, String json) throws IOException, InterruptedException {
    return text(
        HttpRequest.newBuilder(home.resolve("/" + TOWN + "/api/v1/" + path))
            .header("Authorization", "Bearer " + FACILITATOR)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private String text(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** The first group of the shape in the text. */
  static String first(String shape, String text) throws IOException {
    Matcher found = Pattern.compile(shape).matcher(text);
    if (!found.find()) {
      throw new IOException("nothing there looks like " + shape);
    }
    return found.group(1);
  }
}
