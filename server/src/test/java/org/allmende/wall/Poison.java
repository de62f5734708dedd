package org.allmende.wall;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What nobody should send: texts, values and bodies, chosen by chance from a seed. */
public final class Poison {

  public static final String SCRIPT = "<script>xss(1)</script>";
  static final String INJECTED = "X-Injected";

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t\n",
          "null",
          "undefined",
          "0",
          "-1",
          "00",
          "2147483648",
          "-9223372036854775809",
          "99999999999999999999",
          "1e309",
          "NaN",
          "0x10",
          "1,5",
          "١٢٣",
          "true",
          "[]",
          "{}",
          "2026-02-30",
          "0000-00-00",
          "-0001-01-01",
          "+999999999-12-31",
          "9999-12-31",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00+18:00",
          "2026-01-01T00:00:00",
          "25:61",
          "' or 1=1; drop table wish_wish;--",
          "\"; select pg_sleep(10); --",
          "\\",
          "%",
          "%_%",
          SCRIPT,
          "\"><img src=x onerror=xss(1)>",
          "javascript:xss(1)",
          "${7*7}",
          "#{T(Runtime).getRuntime()}",
          "@{7*7}",
          "{{7*7}}",
          "{0} {1} {",
          "''{0}''",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "/etc/passwd\u0000.csv",
          "file:///etc/passwd",
          "http://169.254.169.254/",
          "http://[::1",
          "https://",
          "//example.org",
          "a\r\n" + INJECTED + ": yes",
          "a\u0000b",
          "\u0000",
          "\uFEFF",
          "\uFFFE\uFFFF",
          "\u202Eetxet",
          "\u200B\u200D",
          "e\u0301\u0301\u0301\u0301\u0301\u0301",
          "👩‍👩‍👧‍👦🏳️‍🌈",
          "İıſß",
          "ﷺﷺﷺ",
          "𝕬𝖑𝖑𝖒𝖊𝖓𝖉𝖊",
          "a@b",
          "a@b.c, d@e.f",
          "wer@buerger.example\r\nBcc: alle@example.org",
          "<wer@buerger.example>",
          "potential:",
          ":",
          "wish:wish:wish",
          "potential:%00",
          "zone:",
          "onto:",
          "up",
          "next",
          "-",
          ".",
          "..",
          "*",
          "a:b:c:d",
          "x:gt:",
          "Name:eq:1:2",
          "de-DE-x-y-z-1234567890",
          "constructor",
          "__proto__");

  private final RandomGenerator random;

  public Poison(RandomGenerator random) {
    this.random = random;
  }

  public <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  public String text() {
    return switch (random.nextInt(40)) {
      case 0 -> "ä".repeat(10_000);
      case 1 -> "wort ".repeat(2_000);
      case 2 -> "👍".repeat(5_000);
      case 3 -> "\uD800";
      case 4 -> "a\uDC00b";
      case 5 -> "a".repeat(300);
      case 6 -> "\n".repeat(1_000);
      default -> one(TEXTS);
    };
  }

  /** As it stands in an address: mostly escaped, sometimes as it is, sometimes escaped wrongly. */
  String inAddress() {
    return switch (random.nextInt(8)) {
      case 0 ->
          one(List.of("%", "%zz", "%c0%af", "%ff%fe", "%ed%a0%80", "%00", "%2e%2e%2f", "%252e"));
      case 1 ->
          one(
              List.of(
                  ";jsessionid=1",
                  "a;b=c",
                  "..;",
                  "a//b",
                  "./.",
                  "a%2fb",
                  "a%5cb",
                  "\\",
                  "{x}",
                  "<x>",
                  "[x]",
                  "ä",
                  "|"));
      default -> {
        String text = text();
        yield URLEncoder.encode(
            text.substring(0, Math.min(text.length(), 1_500)), StandardCharsets.UTF_8);
      }
    };
  }

  /** A value in a JSON body. */
  public String value() {
    return switch (random.nextInt(14)) {
      case 0 -> "null";
      case 1 -> "true";
      case 2 -> one(List.of("0", "-1", "1.5", "1e400", "-0", "123456789012345678901234567890"));
      case 3 -> "[]";
      case 4 -> "{}";
      case 5 -> "[" + quoted(text()) + ", null, {\"a\": [1]}]";
      case 6 -> "{\"a\": {\"b\": " + quoted(text()) + "}}";
      case 7 -> "[".repeat(400) + "]".repeat(400);
      case 8 -> "\"\\ud800\"";
      default -> quoted(text());
    };
  }

  /** A JSON body of the fields; now and then of something else. */
  String json(Map<String, String> fields) {
    return switch (random.nextInt(24)) {
      case 0 -> "";
      case 1 -> "null";
      case 2 -> "[]";
      case 3 -> "\"text\"";
      case 4 -> "{\"need\": ";
      case 5 -> "[".repeat(5_000) + "]".repeat(5_000);
      case 6 -> "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000);
      case 7 -> "{\"need\": \"" + "x".repeat(1_000_000) + "\"}";
      case 8 -> "{\"need\": 1" + "0".repeat(5_000) + "}";
      case 9 -> "\u0000";
      case 10 -> "{\"\": 1, \"need\": 1, \"need\": [2]}";
      default ->
          fields.entrySet().stream()
              .map(field -> quoted(field.getKey()) + ": " + field.getValue())
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  public static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  /** A form body of the fields. */
  String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                + "="
                + (chance(4)
                    ? one(List.of("%", "%zz", "%c0%af", "%ed%a0%80", "+%"))
                    : escaped(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
