package org.allmende.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.tabular.TypeDecision.Usual;
import org.jspecify.annotations.Nullable;

/** Completes a reading: decides the columns, then goes through all rows and rejects what is bad. */
final class ReadingDraft {
  private static final String FORMAT = "CSV";

  private final Encoding encoding;
  private final Reason encodingReason;
  private final Delimiter delimiter;
  private final TableLayout layout;
  private final TableScan scan;
  private final List<Reason> warnings = new ArrayList<>();

  ReadingDraft(
      Encoding encoding,
      Reason encodingReason,
      Delimiter delimiter,
      TableLayout layout,
      TableScan scan) {
    this.encoding = encoding;
    this.encodingReason = encodingReason;
    this.delimiter = delimiter;
    this.layout = layout;
    this.scan = scan;
  }

  ReadOutcome finish(Path file, List<ColumnCorrection> corrections) throws IOException {
    Map<Integer, ColumnCorrection> byPosition = new HashMap<>();
    for (ColumnCorrection correction : corrections) {
      if (correction.position() < 1 || correction.position() > layout.header().size()) {
        return Refusal.of(
            RefusalCode.NO_SUCH_COLUMN, correction.position(), layout.header().size());
      }
      byPosition.put(correction.position(), correction);
    }
    warnAboutFile();
    List<Column> columns = columns(byPosition);
    Refusal refusal = refusal(columns);
    return refusal != null ? refusal : withRows(file, columns);
  }

  private static @Nullable Refusal refusal(List<Column> columns) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      boolean distinct = column.dropped() || names.add(HeaderNames.key(column.name()));
      if (!distinct || column.name().isBlank()) {
        return Refusal.of(RefusalCode.NAME_NOT_DISTINCT, column.name());
      }
    }
    return names.isEmpty() ? Refusal.of(RefusalCode.NO_COLUMN_LEFT) : null;
  }

  private void warnAboutFile() {
    if (encodingReason.code() == ReasonCode.MOSTLY_UTF8) {
      warnings.add(encodingReason);
    }
    if (layout.usualCells() == 1) {
      warnings.add(Reason.of(ReasonCode.ONE_COLUMN));
    }
    if (layout.reason().code() == ReasonCode.NO_HEADER) {
      warnings.add(layout.reason());
    }
    if (layout.titleLines() > 0) {
      warnings.add(Reason.of(ReasonCode.TITLE_LINES, layout.titleLines(), layout.firstTitle()));
    }
    if (!scan.footer().isEmpty()) {
      CsvRecord first = scan.footer().getFirst();
      warnings.add(
          Reason.of(
              ReasonCode.FOOTER_LINES, first.line(), scan.footer().size(), filledCell(first)));
    }
    if (scan.emptyLines() > 0) {
      warnings.add(Reason.of(ReasonCode.EMPTY_LINES, scan.emptyLines()));
    }
    if (scan.strayQuoteLine() > 0) {
      warnings.add(Reason.of(ReasonCode.STRAY_QUOTE, scan.strayQuoteLine()));
    }
    if (scan.rows() == 0) {
      warnings.add(Reason.of(ReasonCode.NO_ROWS));
    }
  }

  private static String filledCell(CsvRecord record) {
    return record.cells().stream()
        .map(Blanks::cut)
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .orElse("");
  }

  private List<Column> columns(Map<Integer, ColumnCorrection> corrections) {
    Usual usual = usual();
    List<Reason> nameWarnings = new ArrayList<>();
    List<String> names = HeaderNames.distinct(layout.header(), nameWarnings);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(column(i, names.get(i), corrections.get(i + 1), usual));
    }
    warnAboutNames(nameWarnings, columns);
    return columns;
  }

  private Column column(
      int index, String name, @Nullable ColumnCorrection correction, Usual usual) {
    ColumnEvidence evidence = scan.evidence().get(index);
    TypeDecision decision = decision(name, evidence, correction, usual);
    boolean nothing =
        layout.header().get(index).isEmpty() && evidence.values == 0 && evidence.markers == 0;
    boolean dropped =
        correction != null && correction.dropped() != null ? correction.dropped() : nothing;
    if (!dropped) {
      warnAboutColumn(name, evidence, decision);
    }
    return new Column(
        index + 1,
        correction != null && correction.name() != null ? correction.name().strip() : name,
        layout.header().get(index),
        decision.type(),
        decision.format(),
        decision.precision(),
        decision.scale(),
        dropped,
        dropped && nothing ? Reason.of(ReasonCode.NO_NAME_NO_VALUES) : decision.reason(),
        evidence.empty,
        evidence.markers,
        evidence.examples);
  }

  private static TypeDecision decision(
      String name, ColumnEvidence evidence, @Nullable ColumnCorrection correction, Usual usual) {
    if (correction == null || (correction.type() == null && correction.format() == null)) {
      return TypeDecision.of(name, evidence, usual);
    }
    ValueFormat format = correction.format();
    ColumnType type = correction.type();
    if (type == null && format != null) {
      type = TypeDecision.typeFor(format, evidence);
    }
    return type == null
        ? TypeDecision.of(name, evidence, usual)
        : TypeDecision.chosen(type, format, evidence, usual);
  }

  /** What the other columns say about dots and commas; else what is usual for the delimiter. */
  private Usual usual() {
    long comma = 0;
    long point = 0;
    for (ColumnEvidence evidence : scan.evidence()) {
      if (evidence.leadingZero == null && evidence.code == null) {
        comma += evidence.comma.tellingCount;
        point += evidence.point.tellingCount;
      }
    }
    if (comma != point) {
      return new Usual(
          comma > point ? ValueFormat.DECIMAL_COMMA : ValueFormat.DECIMAL_POINT,
          ReasonCode.AS_OTHER_COLUMNS);
    }
    return new Usual(
        delimiter.character() == ',' ? ValueFormat.DECIMAL_POINT : ValueFormat.DECIMAL_COMMA,
        ReasonCode.AS_USUAL);
  }

  private void warnAboutColumn(String name, ColumnEvidence evidence, TypeDecision decision) {
    boolean typed = decision.type() != ColumnType.TEXT;
    if (typed && evidence.marker != null && decision.format() != ValueFormat.X_OR_EMPTY) {
      warnings.add(Reason.of(ReasonCode.EMPTY_MARKERS, name, evidence.markers, evidence.marker));
    }
    if (!typed && evidence.blanksCut > 0) {
      warnings.add(Reason.of(ReasonCode.BLANKS_CUT, name, evidence.blanksCut));
    }
    if (decision.uncertain() != null) {
      warnings.add(Reason.of(ReasonCode.AMBIGUOUS_NUMBERS, name, decision.uncertain()));
    }
    if (evidence.doublyEncoded != null) {
      warnings.add(Reason.of(ReasonCode.DOUBLY_ENCODED, evidence.doublyEncoded));
    }
  }

  /** Nothing is said about names of columns that are left out anyway. */
  private void warnAboutNames(List<Reason> nameWarnings, List<Column> columns) {
    Set<String> kept = new HashSet<>();
    long keptCells = 0;
    for (Column column : columns) {
      if (!column.dropped()) {
        kept.add(Parameters.shortened(column.name()));
        keptCells = column.position();
      }
    }
    if (layout.headerCells() > 0 && layout.headerCells() < keptCells) {
      warnings.add(Reason.of(ReasonCode.HEADER_TOO_SHORT, layout.headerCells(), keptCells));
    }
    for (Reason warning : nameWarnings) {
      boolean empty = warning.code() == ReasonCode.EMPTY_NAME;
      if (layout.headerLine() > 0 || !empty) {
        if (!empty || kept.contains(warning.parameters().get(1))) {
          warnings.add(warning);
        }
      }
    }
  }

  private Reading withRows(Path file, List<Column> columns) throws IOException {
    int lastNeeded = 1;
    for (Column column : columns) {
      ColumnEvidence evidence = scan.evidence().get(column.position() - 1);
      boolean nothing = column.originalName().isEmpty() && evidence.values == 0;
      lastNeeded = nothing ? lastNeeded : column.position();
    }
    Reading recipe =
        new Reading(
            FORMAT,
            encoding,
            String.valueOf(delimiter.character()),
            String.valueOf(CsvLexer.QUOTE),
            layout.headerLine(),
            layout.headerLines(),
            layout.firstRowLine(),
            scan.footer().isEmpty() ? 0 : scan.footer().getFirst().line(),
            Math.min(layout.usualCells(), lastNeeded),
            columns,
            0,
            0,
            List.of(),
            encodingReason,
            delimiter.reason(),
            layout.reason(),
            warnings);
    return counted(file, recipe);
  }

  private static Reading counted(Path file, Reading recipe) throws IOException {
    long rows = 0;
    long rejectedRows = 0;
    List<Rejection> rejected = new ArrayList<>();
    try (RowSource source = new RowSource(file, recipe)) {
      RowSource.@Nullable Row row;
      while ((row = source.next()) != null) {
        if (row instanceof RowSource.Row.Bad bad) {
          rejectedRows++;
          if (rejected.size() < Reading.MOST_LISTED) {
            rejected.add(bad.rejection());
          }
        } else {
          rows++;
        }
      }
    }
    return new Reading(
        recipe.format(),
        recipe.encoding(),
        recipe.delimiter(),
        recipe.quote(),
        recipe.headerLine(),
        recipe.headerLines(),
        recipe.firstRowLine(),
        recipe.footerLine(),
        recipe.fewestCells(),
        recipe.columns(),
        rows,
        rejectedRows,
        rejected,
        recipe.encodingReason(),
        recipe.delimiterReason(),
        recipe.headerReason(),
        recipe.warnings());
  }
}
