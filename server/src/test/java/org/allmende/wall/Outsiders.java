package org.allmende.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.allmende.Caller;
import org.allmende.Caller.Answer;

/** Everybody who has no business in a town: nobody known, and all people of another town. */
final class Outsiders {

  private final Town ours;
  private final Town theirs;
  private final Attempts attempts;
  private final List<Actor> all = new ArrayList<>();

  /** What an outsider gets to see for what does not exist, by who asks where. */
  private final Map<String, Seen> absent = new ConcurrentHashMap<>();

  Outsiders(Town ours, Town theirs) {
    this.ours = ours;
    this.theirs = theirs;
    this.attempts = new Attempts(ours);
    all.add(Actor.of("nobody", Caller.at(ours.port)));
    all.add(Actor.of("participant", ours.participant));
    ours.staff.forEach((role, caller) -> all.add(Actor.of(role.key(), caller)));
  }

  List<Actor> all() {
    return all;
  }

  Actor named(String name) {
    return all.stream().filter(actor -> actor.name().equals(name)).findFirst().orElseThrow();
  }

  /** Each outsider at each route with the other town's things, under both towns. */
  Set<String> findings(List<Route> routes) {
    Set<String> findings = new ConcurrentSkipListSet<>();
    AtOnce.each(
        routes,
        route -> {
          for (Actor outsider : all) {
            for (Attempt attempt : attempts.of(route, theirs.tenant.slug(), theirs)) {
              findings.addAll(atTheirs(outsider, attempt));
            }
            if (route.isOfTenant() && !route.kinds().isEmpty()) {
              for (Attempt attempt : attempts.of(route, ours.tenant.slug(), theirs)) {
                findings.addAll(compared(outsider, attempt, attempt.nothing()));
              }
            }
          }
        });
    return findings;
  }

  private List<String> atTheirs(Actor outsider, Attempt attempt) {
    Route route = attempt.route();
    boolean isPublic = attempt.chain().stream().allMatch(Thing::isPublic);
    if (!isPublic) {
      return compared(outsider, attempt, attempt.nothingInternal());
    }
    if (route.isOpen() && route.writes()) {
      return List.of();
    }
    Answer answer = outsider.send(route, attempt.path(), fields(route));
    List<String> findings = new ArrayList<>(leaks(outsider, attempt, answer));
    if (!route.isOpen() && !Seen.of(answer, List.of()).isRefusal()) {
      findings.add(finding(outsider, attempt, "lets in with " + answer.status()));
    }
    return findings;
  }

  /** What is there must look like what is not. */
  private List<String> compared(Actor outsider, Attempt attempt, Attempt nothing) {
    Route route = attempt.route();
    Answer answer = outsider.send(route, attempt.path(), fields(route));
    List<String> findings = new ArrayList<>(leaks(outsider, attempt, answer));
    Seen expected =
        absent.computeIfAbsent(
            outsider.name() + " " + route.name() + " " + nothing.slug() + " " + nothing.kept(),
            key -> Seen.of(outsider.send(route, nothing.path(), fields(route)), nothing.ids()));
    Seen seen = Seen.of(answer, attempt.ids());
    boolean foreign = attempt.slug().equals(theirs.tenant.slug()) || !route.isOfTenant();
    if (foreign && !route.isOpen() && !seen.isRefusal()) {
      findings.add(finding(outsider, attempt, "lets in with " + answer.status()));
    }
    if (!seen.equals(expected)) {
      findings.add(finding(outsider, attempt, "says " + seen.unlike(expected)));
    }
    return findings;
  }

  List<String> leaks(Actor outsider, Attempt attempt, Answer answer) {
    String all = answer.body() + answer.headers().map();
    return all.contains(theirs.marker)
        ? List.of(finding(outsider, attempt, "tells »" + around(all, theirs.marker) + "«"))
        : List.of();
  }

  private String finding(Actor outsider, Attempt attempt, String what) {
    return attempt.route().name()
        + (attempt.slug().equals(ours.tenant.slug()) ? " under the own town" : "")
        + attempt.chain().stream().map(t -> " " + t.kind() + "=" + t.access()).toList()
        + " "
        + what
        + " as "
        + outsider.name();
  }

  private static String around(String text, String word) {
    int at = text.indexOf(word);
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }

  private Map<String, String> fields(Route route) {
    return Actor.fields(ours.filled(route.fields(), 0));
  }
}
