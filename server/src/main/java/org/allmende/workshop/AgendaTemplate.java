package org.allmende.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.allmende.board.Hat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A ready agenda to begin a workshop with; kept as data in {@code workshop/agenda/<key>.json}. */
public enum AgendaTemplate {
  /** Four hours with three rounds of notes: potentials, internal need, knowledge beyond the job. */
  ODFA_240,
  SHORT_90,
  EMPTY;

  /** The line as it stands in the file. */
  private record Written(
      String kind,
      int minutes,
      String title,
      String instruction,
      @Nullable String hat,
      @Nullable Integer dots,
      @Nullable List<String> zones,
      @Nullable Boolean covered,
      @Nullable String video,
      @Nullable String groups) {

    AgendaLine line() {
      PhaseKind read = PhaseKind.valueOf(kind.toUpperCase(Locale.ROOT));
      return new AgendaLine(
          read,
          minutes,
          title,
          instruction,
          hat == null ? Hat.ADMINISTRATION : Hats.read(hat),
          dots == null ? 0 : dots,
          zones == null ? List.of() : List.copyOf(zones),
          policy(PhasePolicy.usual(read)));
    }

    private PhasePolicy policy(PhasePolicy usual) {
      return new PhasePolicy(
          usual.writers(),
          usual.movers(),
          covered == null ? usual.covered() : covered,
          video == null ? usual.video() : VideoMode.of(video),
          groups == null ? usual.groups() : GroupMode.of(groups));
    }
  }

  /** The word used in the API, in forms and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<AgendaLine> lines() {
    String file = "/workshop/agenda/" + key() + ".json";
    try (InputStream json =
        Objects.requireNonNull(AgendaTemplate.class.getResourceAsStream(file), file)) {
      return List.of(JsonMapper.shared().readValue(json, Written[].class)).stream()
          .map(Written::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
