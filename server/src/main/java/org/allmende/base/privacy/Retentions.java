package org.allmende.base.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the installation keeps about people and for how long, as its modules declare it. */
@Component
public class Retentions {

  private final ObjectProvider<PersonalData> modules;

  Retentions(ObjectProvider<PersonalData> modules) {
    this.modules = modules;
  }

  /**
   * What is kept for one purpose.
   *
   * @param columns where it stands in the database
   */
  public record Row(String purpose, int days, Since since, List<String> columns) {

    /** Whole years, or 0 where days say it better. */
    public int years() {
      return days > 0 && days % 365 == 0 ? days / 365 : 0;
    }
  }

  /** By purpose, in the order of the modules. */
  public List<Row> all() {
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    modules
        .orderedStream()
        .flatMap(module -> module.describe().stream())
        .forEach(field ->
            rows.computeIfAbsent(
                    List.of(field.purpose(), field.days(), field.since()),
                    key -> new Row(field.purpose(), field.days(), field.since(), new ArrayList<>()))
                .columns()
                .add(field.column()));
    return List.copyOf(rows.values());
  }
}
