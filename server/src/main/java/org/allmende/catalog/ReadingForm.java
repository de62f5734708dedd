package org.allmende.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.allmende.base.web.Form;
import org.allmende.tabular.Column;
import org.allmende.tabular.ColumnCorrection;
import org.allmende.tabular.ColumnType;
import org.allmende.tabular.Corrections;
import org.allmende.tabular.Encoding;
import org.allmende.tabular.Reading;
import org.allmende.tabular.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person decided otherwise about a reading. The page sends all choices, also those
 * nobody touched: only what differs from the reading shown is a decision; earlier decisions stay.
 */
final class ReadingForm {

  private final Form form;
  private final Reading shown;
  private final Corrections before;

  ReadingForm(Form form, FileVersion version) {
    this.form = form;
    this.shown = version.reading();
    this.before = version.corrections();
  }

  Corrections corrections() {
    Encoding encoding = encoding();
    String delimiter = delimiter();
    Long headerLine = headerLine();
    boolean otherColumns =
        !Objects.equals(delimiter, before.delimiter())
            || !Objects.equals(headerLine, before.headerLine());
    // Another delimiter or header makes other columns: what was decided about the old ones means
    // nothing there.
    return new Corrections(encoding, delimiter, headerLine, otherColumns ? List.of() : columns());
  }

  private @Nullable Encoding encoding() {
    String given = form.text("encoding").max(40).optional();
    if (given == null || given.equalsIgnoreCase(ReadingNames.of(shown.encoding()))) {
      return before.encoding();
    }
    for (Encoding encoding : Encoding.values()) {
      if (given.equalsIgnoreCase(ReadingNames.of(encoding))
          || given.equalsIgnoreCase(encoding.name())) {
        return encoding;
      }
    }
    form.reject("encoding", "base.form.choice");
    return before.encoding();
  }

  private @Nullable String delimiter() {
    // A tab is a blank to every form field, so it has a name.
    String given = form.value("delimiter");
    String character = given.equalsIgnoreCase("tab") ? "\t" : given;
    return character.isEmpty() || character.equals(shown.delimiter())
        ? before.delimiter()
        : character;
  }

  private @Nullable Long headerLine() {
    Integer given = form.number("headerLine", 0, 1_000_000);
    return given == null || given == shown.headerLine() ? before.headerLine() : Long.valueOf(given);
  }

  private List<ColumnCorrection> columns() {
    List<ColumnCorrection> decided = new ArrayList<>();
    for (Column column : shown.columns()) {
      ColumnCorrection correction = column(column, "columns." + (column.position() - 1) + ".");
      if (correction.name() != null
          || correction.type() != null
          || correction.format() != null
          || correction.dropped() != null) {
        decided.add(correction);
      }
    }
    return decided;
  }

  private ColumnCorrection column(Column column, String field) {
    ColumnCorrection earlier =
        before.columns().stream()
            .filter(correction -> correction.position() == column.position())
            .findFirst()
            .orElse(new ColumnCorrection(column.position(), null, null, null, null));
    String name = form.text(field + "name").max(200).or(column.name());
    ColumnType type = choice(field + "type", ColumnType.class, column.type());
    ValueFormat format = format(column, type, field + "format");
    boolean dropped = form.has(field + "dropped") ? ticked(field + "dropped") : column.dropped();
    return new ColumnCorrection(
        column.position(),
        name.equals(column.name()) ? earlier.name() : name,
        type == column.type() ? earlier.type() : type,
        format == column.format() ? fitting(earlier.format(), type) : format,
        dropped == column.dropped() ? earlier.dropped() : Boolean.valueOf(dropped));
  }

  /** The page sends "off" besides, so that an unticked box is told from none. */
  private boolean ticked(String field) {
    return form.list(field).stream().anyMatch(value -> value.equals("on") || value.equals("true"));
  }

  /** The way numbers or days are written may be chosen for one column or for all of its kind. */
  private @Nullable ValueFormat format(Column column, ColumnType type, String field) {
    String all =
        switch (type) {
          case INTEGER, DECIMAL -> "numbers";
          case DATE -> "dates";
          default -> "";
        };
    ValueFormat format = column.format();
    if (!all.isEmpty()) {
      format = choice(all, ValueFormat.class, format);
    }
    return fitting(choice(field, ValueFormat.class, format), type);
  }

  private static @Nullable ValueFormat fitting(@Nullable ValueFormat format, ColumnType type) {
    return format != null && format.fits(type) ? format : null;
  }

  private <E extends Enum<E>> E choice(String field, Class<E> type, E shownNow) {
    String given = form.text(field).max(40).optional();
    if (given == null) {
      return shownNow;
    }
    E chosen = form.choice(field, type);
    return chosen == null ? shownNow : chosen;
  }

  /** Gives programs, which name columns, the numbered fields of the page. */
  static String field(int position, String name) {
    return String.format(Locale.ROOT, "columns.%d.%s", position - 1, name);
  }
}
