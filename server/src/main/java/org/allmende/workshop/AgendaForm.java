package org.allmende.workshop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allmende.base.web.Form;
import org.allmende.board.Hands;
import org.allmende.board.Hat;
import org.jspecify.annotations.Nullable;

/** Reads a line of an agenda from what somebody or a program sent. */
final class AgendaForm {

  static final int LONGEST = 8 * 60;
  private static final int MOST_DOTS = 20;
  private static final int MOST_ZONES = 8;

  private AgendaForm() {}

  /** What is not given is as usual for the kind; null when something is wrong. */
  static @Nullable AgendaLine line(Form form) {
    PhaseKind kind = form.choice("kind", PhaseKind.class);
    if (kind == null) {
      form.reject("kind", "workshop.agenda.kind.missing");
    }
    String title = form.text("title").max(80).required("workshop.agenda.title.missing");
    String instruction = form.text("instruction").max(500).or("");
    Integer minutes = form.number("minutes", 1, LONGEST);
    if (minutes == null) {
      form.reject("minutes", "base.form.number", 1, LONGEST);
    }
    Hat hat = Hats.of(form);
    Integer dots = form.number("dots", 0, MOST_DOTS);
    List<String> zones = zones(form);
    PhasePolicy policy =
        policy(form, kind == null ? PhaseKind.REVIEW : kind, dots == null ? 0 : dots);
    if (kind == PhaseKind.COLLECT && zones.isEmpty()) {
      form.reject("zones", "workshop.agenda.zones.missing");
    }
    return !form.isValid() || kind == null || minutes == null
        ? null
        : new AgendaLine(
            kind,
            minutes,
            title,
            instruction,
            Objects.requireNonNullElse(hat, Hat.ADMINISTRATION),
            dots == null ? 0 : dots,
            kind == PhaseKind.COLLECT ? zones : List.of(),
            policy);
  }

  private static PhasePolicy policy(Form form, PhaseKind kind, int dots) {
    PhasePolicy usual = PhasePolicy.usual(kind);
    Writers writers = form.choice("writers", Writers.class);
    Hands movers = form.choice("movers", Hands.class);
    VideoMode video = form.choice("video", VideoMode.class);
    GroupMode groups = form.choice("groups", GroupMode.class);
    return new PhasePolicy(
        kind == PhaseKind.COLLECT
            ? Objects.requireNonNullElse(writers, usual.writers())
            : Writers.NOBODY,
        Objects.requireNonNullElse(movers, usual.movers()),
        (kind == PhaseKind.COLLECT || dots > 0) && form.ticked("covered"),
        Objects.requireNonNullElse(video, usual.video()),
        Objects.requireNonNullElse(groups, usual.groups()));
  }

  /** One in each line of a text, or a list. */
  private static List<String> zones(Form form) {
    List<String> zones =
        form.list("zones").stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(zone -> !zone.isEmpty())
            .toList();
    if (zones.size() > MOST_ZONES || zones.stream().anyMatch(zone -> zone.length() > 60)) {
      form.reject("zones", "workshop.agenda.zones.wrong", MOST_ZONES);
    }
    return zones;
  }

  /** The version of the agenda somebody has before their eyes. */
  static int version(Form form) {
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    if (version == null) {
      form.reject("version", "workshop.agenda.version.missing");
    }
    form.orThrow();
    return Objects.requireNonNullElse(version, 0);
  }

  /** The line as a form shows it. */
  static Form of(AgendaLine line) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("kind", line.kind().key());
    shown.put("title", line.title());
    shown.put("instruction", line.instruction());
    shown.put("minutes", String.valueOf(line.minutes()));
    shown.put("hat", line.hat().key());
    shown.put("dots", String.valueOf(line.dots()));
    shown.put("zones", String.join("\n", line.zones()));
    shown.put("writers", line.policy().writers().key());
    shown.put("movers", line.policy().movers().key());
    shown.put("covered", line.policy().covered() ? "on" : "");
    shown.put("video", line.policy().video().key());
    shown.put("groups", line.policy().groups().key());
    return Form.of(shown);
  }
}
