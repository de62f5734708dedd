package org.allmende.base.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.base.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent, the same for an HTML form and for a JSON body (nested fields by dotted
 * names). Reading a field checks it and notes what is wrong; the values stay as they were sent, so
 * that a page can show them again.
 */
public final class Form {

  /** The hidden field that makes a creating form count once. */
  public static final String SUBMISSION = "_submission";

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]{2,}");

  private final Map<String, List<String>> values;
  private final @Nullable String submission;
  private final Map<String, Message> errors = new LinkedHashMap<>();

  public Form(Map<String, List<String>> values, @Nullable String submission) {
    this.values = values;
    this.submission = submission;
  }

  /** A form nobody has filled in yet. */
  public static Form empty() {
    return new Form(Map.of(), null);
  }

  /** A form that proposes values. */
  public static Form of(Map<String, String> proposed) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    proposed.forEach((name, value) -> values.put(name, List.of(value)));
    return new Form(values, null);
  }

  /** This form with the fields of another in place of its own. */
  public Form changedBy(Form other) {
    Map<String, List<String>> both = new LinkedHashMap<>(values);
    other
        .values
        .keySet()
        .forEach(name -> both.keySet().removeIf(own -> own.startsWith(name + ".")));
    both.putAll(other.values);
    return new Form(both, other.submission);
  }

  /**
   * A text field; blank counts as not given. Line ends become {@code \n}, control characters are
   * dropped.
   */
  public Text text(String name) {
    return new Text(name, PlainText.of(raw(name)));
  }

  /** A mail address, or null when none was given. */
  public @Nullable String email(String name) {
    String given = text(name).max(254).optional();
    if (given != null && !EMAIL.matcher(given).matches()) {
      reject(name, "base.form.email");
      return null;
    }
    return given;
  }

  /** A day in ISO form, or null when none or a wrong one was given. */
  public @Nullable LocalDate date(String name) {
    String given = PlainText.of(raw(name));
    if (given.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(given);
      if (isKept(day.getYear())) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // told below, like a day nobody will see
    }
    reject(name, "base.form.date");
    return null;
  }

  /** A moment in ISO form with its offset, or null when none or a wrong one was given. */
  public @Nullable Instant moment(String name, String wrongKey) {
    String given = PlainText.of(raw(name));
    if (given.isEmpty()) {
      return null;
    }
    try {
      OffsetDateTime moment = OffsetDateTime.parse(given);
      if (isKept(moment.getYear())) {
        return moment.toInstant();
      }
    } catch (DateTimeParseException e) {
      // told below, like a moment nobody will see
    }
    reject(name, wrongKey);
    return null;
  }

  /** Java knows years of nine digits; the database does not. */
  private static boolean isKept(int year) {
    return year >= 1 && year <= 9999;
  }

  /** A whole number within the bounds, or null when none or a wrong one was given. */
  public @Nullable Integer number(String name, int min, int max) {
    String given = PlainText.of(raw(name));
    if (given.isEmpty()) {
      return null;
    }
    try {
      int number = Integer.parseInt(given);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of bounds
    }
    reject(name, "base.form.number", min, max);
    return null;
  }

  /** One of the constants by its lower-case name, or null when none or an unknown one was given. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    String given = PlainText.of(raw(name));
    if (given.isEmpty()) {
      return null;
    }
    try {
      return Enum.valueOf(type, given.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      reject(name, "base.form.choice");
      return null;
    }
  }

  /** Whether a box was ticked. */
  public boolean ticked(String name) {
    return List.of("on", "true", "1", "yes").contains(raw(name).toLowerCase(Locale.ROOT));
  }

  /** All values of a field that may be given several times. */
  public List<String> list(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(PlainText::of)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** Whether the field was sent at all, even empty. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value as it was sent, for showing it again. */
  public String value(String name) {
    return raw(name);
  }

  /** Notes what is wrong with a field; the first finding stays. */
  public void reject(String name, String key, Object... args) {
    errors.putIfAbsent(name, Message.of(key, args));
  }

  public boolean isValid() {
    return errors.isEmpty();
  }

  /** What is wrong, by field, in the order of reading. */
  public Map<String, Message> errors() {
    return Collections.unmodifiableMap(errors);
  }

  public @Nullable Message error(String name) {
    return errors.get(name);
  }

  /**
   * Goes on only if nothing is wrong.
   *
   * @throws Problem 422 naming every wrong field
   */
  public void orThrow() {
    if (!isValid()) {
      throw Problem.invalid(errors);
    }
  }

  /** The key under which a repeated sending counts once, or null. */
  public @Nullable String submission() {
    return submission;
  }

  /** All fields as sent, for keeping them over a login. */
  public Stream<Map.Entry<String, String>> sent() {
    return values.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)));
  }

  private String raw(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    return given.isEmpty() ? "" : given.getFirst();
  }

  /** One text field being read. */
  public final class Text {

    private final String name;
    private final String value;

    private Text(String name, String value) {
      this.name = name;
      this.value = value;
    }

    /** At most so many characters (code points). */
    public Text max(int limit) {
      int length = value.codePointCount(0, value.length());
      if (length > limit) {
        reject(name, "base.form.tooLong", limit, length);
      }
      return this;
    }

    /** The text; empty and noted as wrong when none was given. */
    public String required(String missingKey, Object... args) {
      if (value.isEmpty()) {
        reject(name, missingKey, args);
      }
      return value;
    }

    /** The text, or null when none was given. */
    public @Nullable String optional() {
      return value.isEmpty() ? null : value;
    }

    /** The text, or the other when none was given. */
    public String or(String other) {
      return value.isEmpty() ? other : value;
    }
  }
}
