package org.allmende.base.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Texts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link Problem} as page, as fragment, or as RFC 9457 problem details under {@code
 * /api/}.
 */
@Component
public class ProblemAnswer {

  private static final String RETRY_SECONDS = "5";

  private final Texts texts;
  private final Viewers viewers;
  private final Pages pages;
  private final JsonMapper json;

  ProblemAnswer(Texts texts, Viewers viewers, @Lazy Pages pages, JsonMapper json) {
    this.texts = texts;
    this.viewers = viewers;
    this.pages = pages;
    this.json = json;
  }

  /** Whether the caller is a program. */
  public static boolean isApi(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed == null ? request.getRequestURI() : failed.toString();
    return path.startsWith("/api/") || path.contains("/api/v1/") || path.contains("/api/3/");
  }

  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    if (Outage.isDatabaseAway(problem)) {
      Outage.mark(request);
      response.setHeader("Retry-After", RETRY_SECONDS);
    }
    if (isApi(request)) {
      writeJson(problem, request, response);
    } else {
      String template =
          request.getHeader("HX-Request") == null ? "base/problem" : "base/problemFragment";
      pages.render(request, response, problem.status(), template, Map.of("problem", problem));
    }
  }

  private void writeJson(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = viewers.of(request).locale();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", problem.status().getReasonPhrase());
    body.put("status", problem.status().value());
    body.put("detail", texts.of(locale, problem.message()));
    if (!problem.fields().isEmpty()) {
      Map<String, String> errors = new LinkedHashMap<>();
      problem.fields().forEach((field, message) -> errors.put(field, texts.of(locale, message)));
      body.put("errors", errors);
    }
    response.setStatus(problem.status().value());
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", locale.getLanguage());
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }
}
