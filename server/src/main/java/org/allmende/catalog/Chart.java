package org.allmende.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.base.web.Page;
import org.allmende.tabular.ColumnType;
import org.allmende.tabular.StoredColumn;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a small table: the largest values of its first column of quantities as bars. Its
 * text form is the table itself.
 *
 * @param column what is drawn
 * @param bars largest first
 * @param all how many rows the table has
 */
record Chart(String column, List<Bar> bars, int all) {

  private static final int MOST_ROWS = 60;
  private static final int MOST_BARS = 12;
  private static final int ROOM = 330;
  private static final Pattern NO_QUANTITY =
      Pattern.compile(
          "(?i).*(jahr|year|plz|nr|nummer|id|lat|lon|breite|länge|laenge|koord|hoch|rechts|schl[uü]ssel|kennung|code|stelle).*|x|y");

  /**
   * A bar.
   *
   * @param width in units of the picture
   */
  record Bar(String label, Object value, int width) {}

  /** The picture of a table, null where none would say anything. */
  static @Nullable Chart of(TableView table, long rowsInAll) {
    if (rowsInAll < 2 || rowsInAll > MOST_ROWS || rowsInAll != table.rows().size()) {
      return null;
    }
    int label = position(table, false);
    int value = position(table, true);
    if (label < 0 || value < 0) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (List<@Nullable Object> cells : table.rows()) {
      Object name = cells.get(label);
      Object amount = cells.get(value);
      if (name == null || amount == null) {
        continue;
      }
      BigDecimal number = new BigDecimal(amount.toString());
      if (number.signum() < 0 || !labels.add(name.toString())) {
        return null;
      }
      rows.add(new Row(name.toString(), amount, number));
    }
    return rows.size() < 2 ? null : draw(table.columns().get(value).name(), rows);
  }

  private static @Nullable Chart draw(String column, List<Row> rows) {
    rows.sort(Comparator.comparing(Row::number).reversed());
    double largest = rows.getFirst().number().doubleValue();
    if (largest == 0) {
      return null;
    }
    List<Bar> bars =
        rows.stream()
            .limit(MOST_BARS)
            .map(row ->
                new Bar(
                    row.label(),
                    row.value(),
                    (int) Math.round(row.number().doubleValue() / largest * ROOM)))
            .toList();
    return new Chart(column, bars, rows.size());
  }

  private static int position(TableView table, boolean quantity) {
    for (int i = 0; i < table.columns().size(); i++) {
      StoredColumn column = table.columns().get(i);
      boolean fits =
          quantity
              ? TableView.numeric(column.type())
                  && !NO_QUANTITY.matcher(column.name().toLowerCase(Locale.ROOT)).matches()
              : column.type() == ColumnType.TEXT && named(table, i);
      if (fits) {
        return i;
      }
    }
    return -1;
  }

  /** A column of words that tells the rows apart and is not a column of codes. */
  private static boolean named(TableView table, int column) {
    Set<Object> seen = new HashSet<>();
    for (List<@Nullable Object> cells : table.rows()) {
      Object cell = cells.get(column);
      if (cell == null
          || !seen.add(cell)
          || cell.toString().chars().noneMatch(Character::isLetter)) {
        return false;
      }
    }
    return true;
  }

  int height() {
    return bars.size() * 30;
  }

  String top(Page page) {
    Bar first = bars.getFirst();
    return page.t("catalog.chart.title", column, first.label(), Cells.text(page, first.value()));
  }

  /** Long names are cut in the picture; the table has them whole. */
  static String shortened(String label) {
    return label.length() <= 22 ? label : label.substring(0, 21) + "…";
  }

  private record Row(String label, Object value, BigDecimal number) {}
}
