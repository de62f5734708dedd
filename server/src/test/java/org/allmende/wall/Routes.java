package org.allmende.wall;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the walls say of every address: {@code open}, with the reason why everybody may read it or
 * send something there, or {@code closed}, with who of the owner's staff it is for. An address that
 * stands in none of the lists fails the test; how to add one is in CONTRIBUTING.md.
 */
final class Routes {

  static final String LISTS = "what is listed there is public";
  static final String PAGE = "a public thing has a public page, an internal one has none";
  static final String ANYBODY = "anybody may say what they need, without an account";
  static final String BY_LINK = "whoever has the link is its person; it cannot be guessed";
  static final String BY_CODE = "whoever has the code joins; wrong ones are counted";
  static final String ANNOUNCED = "a workshop is announced when it is planned";
  static final String BY_PLACE = "whoever joined may write; others are told to join";

  /** Variables that name no thing but are one of some words. */
  static final Map<String, String> WORDS =
      Map.of(
          "format",
          "ttl",
          "topic",
          "imprint",
          "hash",
          "0",
          "of",
          "mine",
          "language",
          "de",
          "deed",
          "leaving",
          "event",
          "wish.told:1",
          "task",
          "mail.send:recurring",
          "mail",
          "1");

  static final List<Route> ALL =
      Stream.of(PageRoutes.all(), CallRoutes.all(), InstallationRoutes.all())
          .flatMap(List::stream)
          .toList();

  private Routes() {}

  /** The addresses that only tell. */
  static List<Route> reading() {
    return ALL.stream().filter(route -> !route.writes()).toList();
  }

  /** The addresses that change something. */
  static List<Route> writing() {
    return ALL.stream().filter(Route::writes).toList();
  }
}
