package org.allmende.base.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Renders templates; every one is given its {@link Page}. */
@Component
public class Pages {

  private static final String SAYING_COOKIE = "allmende_saying";
  static final String THEME_COOKIE = "allmende_theme";
  private static final Set<String> THEMES = Set.of("light", "dark");

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.allmende");
  private final Texts texts;
  private final Viewers viewers;
  private final FrameSource frames;
  private final ObjectProvider<StoredSentence> sentences;
  private final Clock clock;

  Pages(
      Texts texts,
      Viewers viewers,
      @Lazy FrameSource frames,
      ObjectProvider<StoredSentence> sentences,
      Clock clock) {
    this.texts = texts;
    this.viewers = viewers;
    this.frames = frames;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Writes a whole page, also from outside a controller. */
  public void render(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String template,
      Map<String, ?> model)
      throws IOException {
    response.setStatus(status.value());
    write(request, response, template, model);
  }

  /** A template as part of another module's page; it is given that page's {@link Page} too. */
  public PagePart part(String template, Map<String, ?> model) {
    return page ->
        output -> {
          Map<String, Object> params = new LinkedHashMap<>(model);
          params.put("page", page);
          engine.render(template + ".jte", params, output);
        };
  }

  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      String template,
      Map<String, ?> model)
      throws IOException {
    Map<String, Object> params = new LinkedHashMap<>();
    model.forEach((name, value) -> {
      if (!name.startsWith("org.springframework.") && value != null) {
        params.put(name, value);
      }
    });
    SharedPages.Pending forMany = SharedPages.pending(request);
    PageCopy.Tokens own = tokens(request);
    params.put("page", page(request, response, forMany == null ? own : PageCopy.Tokens.MARKS));
    var output = new StringOutput(32 * 1024);
    engine.render(template + ".jte", params, output);
    PageCopy copy = PageCopy.of(translated(output.toString(), request));
    if (forMany != null && response.getStatus() == HttpStatus.OK.value()) {
      forMany.keep(copy);
    }
    send(response, copy, own);
  }

  private String translated(String page, HttpServletRequest request) {
    Locale locale = viewers.of(request).locale();
    return sentences.stream()
        .reduce(page, (text, sentence) -> sentence.translated(text, locale), (one, _) -> one);
  }

  /** Sends a page rendered before. */
  void send(HttpServletRequest request, HttpServletResponse response, PageCopy copy)
      throws IOException {
    send(response, copy, tokens(request));
  }

  private static void send(HttpServletResponse response, PageCopy copy, PageCopy.Tokens own)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Vary", "Cookie, HX-Request, Accept-Language");
    copy.writeTo(response, own);
  }

  private static PageCopy.Tokens tokens(HttpServletRequest request) {
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new PageCopy.Tokens(csrf == null ? "" : csrf.getToken(), Ids.next());
  }

  private Page page(
      HttpServletRequest request, HttpServletResponse response, PageCopy.Tokens tokens) {
    Viewer viewer = viewers.of(request);
    Frame frame =
        Outage.isMarked(request)
            ? frames.frameWithoutDatabase(viewer.locale())
            : frames.frame(request, viewer);
    return new Page(
        viewer,
        frame,
        texts,
        clock.getZone(),
        LocalDate.now(clock),
        path(request),
        tokens.csrf(),
        tokens.submission(),
        said(request, response),
        theme(request),
        request.getHeader("HX-Request") != null);
  }

  static String path(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** The sentence the last page left; shown once. */
  private @Nullable String said(HttpServletRequest request, HttpServletResponse response) {
    if (request.getCookies() == null) {
      return null;
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(SAYING_COOKIE) && texts.has(cookie.getValue())) {
        response.addCookie(saying("", 0));
        return texts.of(viewers.of(request).locale(), cookie.getValue());
      }
    }
    return null;
  }

  /**
   * The choice is made by script and only read here, so that no page flashes in the other colours.
   */
  static @Nullable String theme(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
    return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
  }

  static Cookie saying(String key, int seconds) {
    var cookie = new Cookie(SAYING_COOKIE, key);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(seconds);
    return cookie;
  }
}
