package org.allmende.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides by the head of a request whether the files it brings are taken: who sends them, where to,
 * and how large they are. Until then not a byte of the body is read. Only so many uploads are taken
 * in at once; further ones wait.
 */
public class UploadGate extends OncePerRequestFilter {

  /** What a multipart body holds besides the file: its boundaries, the form's other fields. */
  static final long ENVELOPE = 64 * 1024;

  /** On its way in, as the stored original, and as the table made of it. */
  private static final int COPIES = 3;

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LINGER = Duration.ofSeconds(3);

  private final List<UploadRule> rules;
  private final Viewers viewers;
  private final ProblemAnswer answer;
  private final DiskReserve reserve;
  private final long limit;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  public UploadGate(
      List<UploadRule> rules,
      Viewers viewers,
      ProblemAnswer answer,
      DiskReserve reserve,
      long limit) {
    this.rules = rules;
    this.viewers = viewers;
    this.answer = answer;
    this.reserve = reserve;
    this.limit = limit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        || bringsNothing(request);
  }

  /** Some programs keep the type of what they sent when they follow a redirect. */
  private static boolean bringsNothing(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getContentLengthLong() <= 0
        && request.getHeader("Transfer-Encoding") == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      check(request);
    } catch (Problem problem) {
      refuse(problem, request, response);
      return;
    } catch (AuthenticationException e) {
      refuse(Problem.of(HttpStatus.UNAUTHORIZED, "base.problem.login"), request, response);
      return;
    } catch (RuntimeException e) {
      refuse(Outage.behind(e).orElseThrow(() -> e), request, response);
      return;
    }
    if (!enter()) {
      response.setHeader("Retry-After", "30");
      refuse(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "base.upload.busy"), request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private void check(HttpServletRequest request) {
    String path = request.getRequestURI();
    UploadRule rule =
        rules.stream()
            .filter(known -> known.covers(path))
            .findFirst()
            .orElseThrow(
                () -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "base.upload.notHere"));
    rule.check(path, viewers.of(request));
    long length = request.getContentLengthLong();
    if (length < 0) {
      throw Problem.of(HttpStatus.LENGTH_REQUIRED, "base.upload.length");
    }
    if (length > limit + ENVELOPE) {
      throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "base.upload.tooLarge", megabytes(limit));
    }
    reserve.require(COPIES * length);
  }

  private boolean enter() {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Connection", "close");
    answer.write(problem, request, response);
    response.flushBuffer();
    if (request.getHeader("Expect") == null) {
      linger(request);
    }
  }

  /**
   * The answer is out. Closing at once would reset the connection while the sender still sends, and
   * many a sender would then never see it: what comes is thrown away for a moment.
   */
  private static void linger(HttpServletRequest request) {
    long end = System.nanoTime() + LINGER.toNanos();
    byte[] thrownAway = new byte[64 * 1024];
    try (InputStream body = request.getInputStream()) {
      while (System.nanoTime() < end && body.read(thrownAway) >= 0) {
        // nothing is kept
      }
    } catch (IOException e) {
      // the sender has stopped by itself
    }
  }

  /** At least one, so that nobody reads of a limit of 0 MB. */
  public static long megabytes(long bytes) {
    return Math.max(1, bytes / (1024 * 1024));
  }
}
