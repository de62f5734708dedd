package org.allmende.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark measured: a table, how it was set up, and which goals it missed.
 *
 * @param rows one map per line of the table, its keys are the columns
 * @param setting what somebody needs to know to run it the same way, such as a seed
 * @param missed a sentence for every goal not reached; none when all is well
 */
public record Result(
    List<Map<String, Object>> rows, Map<String, Object> setting, List<String> missed) {

  public static Result of(List<Map<String, Object>> rows) {
    return new Result(rows, Map.of(), List.of());
  }

  /** A line of the table: column, value, column, value … */
  public static Map<String, Object> row(Object... columnsAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return row;
  }

  public Result with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(setting);
    more.put(name, value);
    return new Result(rows, more, missed);
  }

  /** Says so when a goal was not reached. */
  public Result goal(String sentence, boolean reached) {
    if (reached) {
      return this;
    }
    List<String> more = new ArrayList<>(missed);
    more.add(sentence);
    return new Result(rows, setting, more);
  }
}
