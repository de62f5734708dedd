package org.allmende.tabular;

import java.io.Serializable;
import java.util.List;

/**
 * Why something was decided, or what a person should look at.
 *
 * @param code the constant documents its parameters
 * @param parameters what the sentence about it needs, in the order the constant names
 */
public record Reason(ReasonCode code, List<String> parameters) implements Serializable {
  public Reason {
    parameters = List.copyOf(parameters);
  }

  static Reason of(ReasonCode code, Object... parameters) {
    return new Reason(code, Parameters.texts(parameters));
  }
}
