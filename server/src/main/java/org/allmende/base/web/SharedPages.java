package org.allmende.base.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.allmende.base.db.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps copies of {@link SharedPage}s. A copy is given out only while the database shows exactly
 * what it showed when the page was rendered, so nobody ever reads a stale page.
 */
@Component
class SharedPages implements HandlerInterceptor {

  private static final String PENDING = SharedPages.class.getName();
  private static final int LARGEST_BYTES = 256 * 1024;
  private static final int ALL_BYTES = 16 * 1024 * 1024;

  /** Some pages say how long ago something was. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** A page that takes longer to render is not waited for. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** Cookies that say nothing of who is asking; with any other the page may be somebody's own. */
  private static final Set<String> COMMON_COOKIES =
      Set.of("allmende_csrf", "allmende_lang", Pages.THEME_COOKIE);

  /** What a page depends on besides the database. */
  private record Key(String path, Locale locale, @Nullable String theme, LocalDate today) {}

  /** A page as it is while the database shows just that. */
  private record Wanted(Key key, String snapshot) {}

  private record Kept(String snapshot, Instant since, PageCopy copy) {}

  /** A page about to be rendered for many; others wait until it is. */
  record Pending(SharedPages pages, Wanted wanted, CompletableFuture<Optional<PageCopy>> rendered) {

    void keep(PageCopy copy) {
      pages.keep(wanted, copy);
      rendered.complete(Optional.of(copy));
    }
  }

  private final Snapshots snapshots;
  private final Viewers viewers;
  private final Pages pages;
  private final Clock clock;
  private final Map<Key, Kept> copies = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Wanted, Pending> underWay = new ConcurrentHashMap<>();
  private int bytes;

  SharedPages(Snapshots snapshots, Viewers viewers, Pages pages, Clock clock) {
    this.snapshots = snapshots;
    this.viewers = viewers;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!isAlikeForAll(request, handler)) {
      return true;
    }
    Key key =
        new Key(
            Pages.path(request),
            viewers.of(request).locale(),
            Pages.theme(request),
            LocalDate.now(clock));
    var wanted = new Wanted(key, snapshots.current());
    PageCopy copy = find(wanted);
    if (copy == null) {
      var page = new Pending(this, wanted, new CompletableFuture<>());
      copy = fromOthers(page);
      if (copy == null) {
        request.setAttribute(PENDING, page);
        return true;
      }
    }
    pages.send(request, response, copy);
    return false;
  }

  /**
   * What somebody else is rendering just now, for after a change all readers want the same pages at
   * once; null if this reader is the first, or need not wait any longer. When this reader came, the
   * database still showed what it did when that began: so it is right even if it cannot be kept.
   */
  private @Nullable PageCopy fromOthers(Pending page) {
    Pending first = underWay.putIfAbsent(page.wanted(), page);
    if (first == null) {
      return null;
    }
    return first
        .rendered()
        .copy()
        .completeOnTimeout(Optional.empty(), WAIT.toMillis(), TimeUnit.MILLISECONDS)
        .join()
        .orElse(null);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    Pending page = pending(request);
    if (page != null) {
      page.rendered().complete(Optional.empty());
      underWay.remove(page.wanted(), page);
    }
  }

  /** The page being rendered for many; null if it is for one reader. */
  static @Nullable Pending pending(HttpServletRequest request) {
    return (Pending) request.getAttribute(PENDING);
  }

  private boolean isAlikeForAll(HttpServletRequest request, Object handler) {
    return handler instanceof HandlerMethod method
        && method.hasMethodAnnotation(SharedPage.class)
        && request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && request.getParameter("q") == null
        && !viewers.of(request).isKnown()
        && hasCommonCookiesOnly(request.getCookies());
  }

  private static boolean hasCommonCookiesOnly(Cookie @Nullable [] cookies) {
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (!COMMON_COOKIES.contains(cookie.getName())) {
          return false;
        }
      }
    }
    return true;
  }

  private synchronized @Nullable PageCopy find(Wanted wanted) {
    Kept kept = copies.get(wanted.key());
    return kept != null
            && kept.snapshot().equals(wanted.snapshot())
            && kept.since().plus(LONGEST).isAfter(clock.instant())
        ? kept.copy()
        : null;
  }

  private void keep(Wanted page, PageCopy copy) {
    if (copy.size() <= LARGEST_BYTES && snapshots.current().equals(page.snapshot())) {
      put(page.key(), new Kept(page.snapshot(), clock.instant(), copy));
    }
  }

  private synchronized void put(Key key, Kept kept) {
    Kept before = copies.put(key, kept);
    bytes += kept.copy().size() - (before == null ? 0 : before.copy().size());
    Iterator<Kept> longestUnread = copies.values().iterator();
    while (bytes > ALL_BYTES) {
      bytes -= longestUnread.next().copy().size();
      longestUnread.remove();
    }
  }
}
