package org.allmende.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file is not read as a table. Nothing of it is kept.
 *
 * @param code what is wrong; the constant documents its parameters
 * @param parameters what the sentence about it needs, in the order the constant names
 */
public record Refusal(RefusalCode code, List<String> parameters) implements ReadOutcome {
  public Refusal {
    parameters = List.copyOf(parameters);
  }

  static Refusal of(RefusalCode code, @Nullable Object... parameters) {
    return new Refusal(code, Parameters.texts(parameters));
  }
}
