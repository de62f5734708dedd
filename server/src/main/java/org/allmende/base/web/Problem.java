package org.allmende.base.web;

import java.util.Map;
import org.allmende.base.i18n.Message;
import org.springframework.http.HttpStatus;

/**
 * Something the person asked for cannot be done; told as one sentence in the person's language,
 * rendered as page, fragment or RFC 9457 problem details.
 */
public class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient Message message;
  private final transient Map<String, Message> fields;

  private Problem(HttpStatus status, Message message, Map<String, Message> fields) {
    super(message.key());
    this.status = status;
    this.message = message;
    this.fields = fields;
  }

  public static Problem of(HttpStatus status, String key, Object... args) {
    return new Problem(status, Message.of(key, args), Map.of());
  }

  /** 400: what was sent cannot be understood at all. */
  public static Problem badRequest(String key, Object... args) {
    return of(HttpStatus.BAD_REQUEST, key, args);
  }

  /** 403: known, but not allowed. */
  public static Problem forbidden(String key, Object... args) {
    return of(HttpStatus.FORBIDDEN, key, args);
  }

  /** 404: not there, or not to be seen by this person. */
  public static Problem notFound(String key, Object... args) {
    return of(HttpStatus.NOT_FOUND, key, args);
  }

  /** 409: somebody else was faster, or the thing is not in the right state. */
  public static Problem conflict(String key, Object... args) {
    return of(HttpStatus.CONFLICT, key, args);
  }

  /** 410: it was there once. */
  public static Problem gone(String key, Object... args) {
    return of(HttpStatus.GONE, key, args);
  }

  /** 422: understood, but not acceptable. */
  public static Problem invalid(String key, Object... args) {
    return of(HttpStatus.UNPROCESSABLE_CONTENT, key, args);
  }

  /** 422 with a sentence for each field. */
  public static Problem invalid(Map<String, Message> fields) {
    return new Problem(
        HttpStatus.UNPROCESSABLE_CONTENT, Message.of("base.problem.fields"), Map.copyOf(fields));
  }

  /** 429: too much in too short a time. */
  public static Problem tooMany(String key, Object... args) {
    return of(HttpStatus.TOO_MANY_REQUESTS, key, args);
  }

  public HttpStatus status() {
    return status;
  }

  public Message message() {
    return message;
  }

  /** What is wrong with single fields; empty when the problem is not about a form. */
  public Map<String, Message> fields() {
    return fields;
  }
}
