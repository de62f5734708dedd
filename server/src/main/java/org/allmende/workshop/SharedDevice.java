package org.allmende.workshop;

import java.util.Map;
import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * Who sits at a participant's device: one person, or a table in a hall that takes part as one.
 *
 * @param people all of them
 * @param companions who else sits there, as they wrote it; null if they did not
 */
public record SharedDevice(int people, @Nullable String companions) {

  /** Whoever sits farther away does not see the screen. */
  static final int MOST = 12;

  public static final SharedDevice ALONE = new SharedDevice(1, null);

  static SharedDevice of(Form form) {
    Integer people = form.number("people", 1, MOST);
    String companions = form.text("companions").max(200).optional();
    return people == null || people == 1 ? ALONE : new SharedDevice(people, companions);
  }

  /** As a form proposes it. */
  Form asForm() {
    return Form.of(
        Map.of(
            "people",
            people == 1 ? "" : String.valueOf(people),
            "companions",
            companions == null ? "" : companions));
  }
}
