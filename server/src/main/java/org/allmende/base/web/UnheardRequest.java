package org.allmende.base.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Texts;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that the web server itself cannot read, such as a head that is too long, with
 * the sentence others get: nothing of ours has seen it, so there is no frame to put it into.
 */
final class UnheardRequest implements Request.Handler {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head><body><p>%s</p></body></html>
      """;

  private final Texts texts;
  private final JsonMapper json;

  UnheardRequest(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Locale locale = locale(request);
    int status = response.getStatus();
    HttpStatus known = HttpStatus.resolve(status);
    String name = known == null ? String.valueOf(status) : known.getReasonPhrase();
    String sentence =
        texts.of(locale, status < 500 ? "base.problem.badRequest" : "base.problem.internal");
    boolean api = request.getHttpURI().getPath() instanceof String path && path.contains("/api/");
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, api ? "application/problem+json" : "text/html;charset=utf-8")
        .put(HttpHeader.CONTENT_LANGUAGE, locale.getLanguage())
        .put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(
        response,
        true,
        api
            ? problem(status, name, sentence)
            : PAGE.formatted(locale.getLanguage(), name, sentence),
        callback);
    return true;
  }

  private String problem(int status, String name, String sentence) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", name);
    body.put("status", status);
    body.put("detail", sentence);
    return json.writeValueAsString(body);
  }

  private static Locale locale(Request request) {
    List<String> wanted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_LANGUAGE);
    return !wanted.isEmpty() && wanted.getFirst().startsWith("en") ? Locale.ENGLISH : Locale.GERMAN;
  }
}
