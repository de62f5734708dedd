package org.allmende.tabular;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of one column, from the evidence of all its values. Careful where a wrong type would
 * change what a value says: codes stay text. Generous where a single slip would turn a column of
 * numbers into text: up to one in twenty values (one, in a short column) may not fit, and its row
 * is rejected.
 *
 * @param type decided
 * @param format decided
 * @param precision digits of a decimal
 * @param scale digits after the comma of a decimal
 * @param reason why
 * @param uncertain a value that could as well be read otherwise; null when there is none
 */
record TypeDecision(
    ColumnType type,
    ValueFormat format,
    int precision,
    int scale,
    Reason reason,
    @Nullable String uncertain) {
  static final int MOST_DIGITS = 38;
  private static final int MOST_WHOLE_DIGITS = 18;
  private static final int FEWEST_FOR_A_SLIP = 5;
  private static final int VALUES_PER_SLIP = 20;
  private static final Set<String> CODE_NAMES =
      Set.of("plz", "postleitzahl", "ags", "ars", "telefon", "tel", "telefonnummer", "fax");

  /** How numbers that could be read both ways are read in this file, and why. */
  record Usual(ValueFormat format, ReasonCode reason) {}

  static TypeDecision of(String name, ColumnEvidence evidence, Usual usual) {
    if (evidence.values == 0) {
      return ofNothing(evidence);
    }
    TypeDecision truth = truth(evidence);
    if (truth != null) {
      return truth;
    }
    TypeDecision days = days(evidence);
    if (days != null) {
      return days;
    }
    return numbers(name, evidence, usual);
  }

  /** The type is chosen by a person; format, where none is chosen, is what fits most values. */
  static TypeDecision chosen(
      ColumnType type, @Nullable ValueFormat format, ColumnEvidence evidence, Usual usual) {
    Reason reason = Reason.of(ReasonCode.CHOSEN);
    ValueFormat written =
        format != null && format.fits(type) ? format : bestFormat(type, evidence, usual);
    if (type != ColumnType.DECIMAL) {
      return new TypeDecision(type, written, 0, 0, reason, null);
    }
    ColumnEvidence.Numbers numbers =
        written == ValueFormat.DECIMAL_POINT ? evidence.point : evidence.comma;
    return decimal(written, numbers, reason, null);
  }

  /** The type when a person chose only how values are written. */
  static ColumnType typeFor(ValueFormat format, ColumnEvidence evidence) {
    return switch (format) {
      case DECIMAL_COMMA -> typeFor(evidence.comma);
      case DECIMAL_POINT -> typeFor(evidence.point);
      case DAY_MONTH_YEAR, YEAR_MONTH_DAY -> ColumnType.DATE;
      case DAY_MONTH_YEAR_TIME, YEAR_MONTH_DAY_TIME -> ColumnType.DATE_TIME;
      case JA_NEIN, WAHR_FALSCH, TRUE_FALSE, X_OR_EMPTY, ONE_ZERO -> ColumnType.BOOLEAN;
      case PLAIN -> ColumnType.TEXT;
    };
  }

  private static ColumnType typeFor(ColumnEvidence.Numbers numbers) {
    return numbers.fractions == 0 && numbers.mostWhole <= MOST_WHOLE_DIGITS
        ? ColumnType.INTEGER
        : ColumnType.DECIMAL;
  }

  private static ValueFormat bestFormat(ColumnType type, ColumnEvidence evidence, Usual usual) {
    return switch (type) {
      case INTEGER, DECIMAL -> numberFormat(evidence, usual);
      case DATE -> more(evidence.shapes, ValueFormat.DAY_MONTH_YEAR, ValueFormat.YEAR_MONTH_DAY);
      case DATE_TIME ->
          more(evidence.shapes, ValueFormat.DAY_MONTH_YEAR_TIME, ValueFormat.YEAR_MONTH_DAY_TIME);
      case BOOLEAN -> truthFormat(evidence);
      case TEXT -> ValueFormat.PLAIN;
    };
  }

  private static ValueFormat truthFormat(ColumnEvidence evidence) {
    ValueFormat best = ValueFormat.JA_NEIN;
    for (ValueFormat format : TruthText.GUESSED) {
      best = more(evidence.fits, best, format);
    }
    if (count(evidence.fits, best) > 0) {
      return best;
    }
    if (evidence.xMarks > 0 && evidence.values == 0) {
      return ValueFormat.X_OR_EMPTY;
    }
    return evidence.numbers > 0 ? ValueFormat.ONE_ZERO : best;
  }

  private static TypeDecision ofNothing(ColumnEvidence evidence) {
    if (evidence.xMarks >= 2 && evidence.xMarks == evidence.markers && evidence.empty >= 2) {
      return new TypeDecision(
          ColumnType.BOOLEAN,
          ValueFormat.X_OR_EMPTY,
          0,
          0,
          Reason.of(ReasonCode.X_MARKS, evidence.xMarks),
          null);
    }
    return text(
        evidence.marker == null
            ? Reason.of(ReasonCode.NO_VALUES)
            : Reason.of(ReasonCode.WORDS, evidence.marker));
  }

  private static @Nullable TypeDecision truth(ColumnEvidence evidence) {
    for (ValueFormat format : TruthText.GUESSED) {
      if (nearlyAll(count(evidence.fits, format), evidence.values)) {
        Reason reason = Reason.of(ReasonCode.YES_OR_NO, evidence.examples.getFirst());
        return new TypeDecision(ColumnType.BOOLEAN, format, 0, 0, reason, null);
      }
    }
    return null;
  }

  /** The shape decides: 31.02.2026 speaks for dates although there is no such day. */
  private static @Nullable TypeDecision days(ColumnEvidence evidence) {
    for (Map.Entry<ValueFormat, Long> shape : evidence.shapes.entrySet()) {
      ValueFormat format = shape.getKey();
      if (nearlyAll(shape.getValue(), evidence.values)
          && count(evidence.fits, format) * 2 >= evidence.values) {
        boolean time = format.fits(ColumnType.DATE_TIME);
        String example = evidence.examples.getFirst();
        return new TypeDecision(
            time ? ColumnType.DATE_TIME : ColumnType.DATE,
            format,
            0,
            0,
            Reason.of(time ? ReasonCode.DATES_WITH_TIME : ReasonCode.DATES, example),
            null);
      }
    }
    return null;
  }

  private static TypeDecision numbers(String name, ColumnEvidence evidence, Usual usual) {
    ValueFormat format = numberFormat(evidence, usual);
    boolean asPoint = format == ValueFormat.DECIMAL_POINT;
    ColumnEvidence.Numbers numbers = asPoint ? evidence.point : evidence.comma;
    if (evidence.numbers * 2 < evidence.values) {
      return text(Reason.of(ReasonCode.WORDS, evidence.examples.getFirst()));
    }
    if (evidence.leadingZero != null) {
      return text(Reason.of(ReasonCode.LEADING_ZEROS, evidence.leadingZero));
    }
    if (evidence.code != null) {
      return text(Reason.of(ReasonCode.MIXED_CODES, evidence.code));
    }
    if (!nearlyAll(numbers.fitting, evidence.values)) {
      return text(Reason.of(ReasonCode.TOO_FEW_FIT, numbers.fitting, evidence.values));
    }
    if (CODE_NAMES.contains(name.toLowerCase(Locale.GERMAN))) {
      return text(Reason.of(ReasonCode.NAME_OF_A_CODE, name));
    }
    if (numbers.mostWhole + numbers.mostFraction > MOST_DIGITS) {
      return text(Reason.of(ReasonCode.TOO_MANY_DIGITS, evidence.examples.getFirst()));
    }
    boolean guessed = decidedByHabit(evidence) && usual.reason == ReasonCode.AS_USUAL;
    String uncertain = guessed ? evidence.ambiguous : null;
    Reason reason = numberReason(evidence, numbers, asPoint, usual);
    if (typeFor(numbers) == ColumnType.INTEGER) {
      return new TypeDecision(ColumnType.INTEGER, format, 0, 0, reason, uncertain);
    }
    return decimal(format, numbers, reason, uncertain);
  }

  private static ValueFormat numberFormat(ColumnEvidence evidence, Usual usual) {
    if (evidence.comma.fitting != evidence.point.fitting) {
      return evidence.comma.fitting > evidence.point.fitting
          ? ValueFormat.DECIMAL_COMMA
          : ValueFormat.DECIMAL_POINT;
    }
    if (decidedByHabit(evidence) || evidence.ambiguous == null) {
      return usual.format;
    }
    // 203.726 beside 1234567: who writes the one does not group the other, so it is no thousand.
    return evidence.ambiguous.indexOf('.') >= 0
        ? ValueFormat.DECIMAL_POINT
        : ValueFormat.DECIMAL_COMMA;
  }

  /** Whether nothing in the column itself says which sign stands before the decimals. */
  private static boolean decidedByHabit(ColumnEvidence evidence) {
    return evidence.ambiguous != null
        && evidence.comma.fitting == evidence.point.fitting
        && !evidence.longUngrouped;
  }

  private static Reason numberReason(
      ColumnEvidence evidence, ColumnEvidence.Numbers numbers, boolean asPoint, Usual usual) {
    if (decidedByHabit(evidence) && evidence.ambiguous != null) {
      return Reason.of(usual.reason, evidence.ambiguous);
    }
    if (numbers.telling == null && evidence.ambiguous == null) {
      return Reason.of(ReasonCode.WHOLE_NUMBERS, evidence.examples.getFirst());
    }
    String example = numbers.telling != null ? numbers.telling : String.valueOf(evidence.ambiguous);
    if (asPoint) {
      return Reason.of(ReasonCode.DECIMAL_POINT, example);
    }
    return Reason.of(
        numbers.fractions > 0 ? ReasonCode.DECIMAL_COMMA : ReasonCode.DOTTED_THOUSANDS, example);
  }

  private static TypeDecision decimal(
      ValueFormat format,
      ColumnEvidence.Numbers numbers,
      Reason reason,
      @Nullable String uncertain) {
    int scale = Math.min(numbers.mostFraction, MOST_DIGITS / 2);
    int precision = Math.clamp(numbers.mostWhole + scale, 1, MOST_DIGITS);
    return new TypeDecision(ColumnType.DECIMAL, format, precision, scale, reason, uncertain);
  }

  private static TypeDecision text(Reason reason) {
    return new TypeDecision(ColumnType.TEXT, ValueFormat.PLAIN, 0, 0, reason, null);
  }

  private static boolean nearlyAll(long fitting, long values) {
    long slips = values < FEWEST_FOR_A_SLIP ? 0 : Math.max(1, values / VALUES_PER_SLIP);
    return fitting > 0 && values - fitting <= slips;
  }

  private static ValueFormat more(
      Map<ValueFormat, Long> counts, ValueFormat first, ValueFormat second) {
    return count(counts, second) > count(counts, first) ? second : first;
  }

  private static long count(Map<ValueFormat, Long> counts, ValueFormat format) {
    return counts.getOrDefault(format, 0L);
  }
}
