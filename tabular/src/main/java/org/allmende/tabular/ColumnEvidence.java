package org.allmende.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all values of one column say about its type. Bounded memory, whatever the rows. */
final class ColumnEvidence {
  private static final int EXAMPLES = 3;
  private static final int LONGEST_CODE = 16;

  /** Values of one number format. */
  static final class Numbers {
    long fitting;
    long fractions;
    int mostWhole;
    int mostFraction;

    /** A value that is a number in this format only. */
    @Nullable String telling;

    long tellingCount;

    private void take(int measured) {
      fitting++;
      mostWhole = Math.max(mostWhole, NumberText.whole(measured));
      int fraction = NumberText.fraction(measured);
      mostFraction = Math.max(mostFraction, fraction);
      if (fraction > 0) {
        fractions++;
      }
    }
  }

  long empty;
  long markers;
  long xMarks;
  long values;
  long blanksCut;
  final Numbers comma = new Numbers();
  final Numbers point = new Numbers();
  long numbers;
  @Nullable String ambiguous;
  boolean longUngrouped;
  @Nullable String leadingZero;
  @Nullable String code;
  @Nullable String marker;
  @Nullable String doublyEncoded;
  final Map<ValueFormat, Long> shapes = new EnumMap<>(ValueFormat.class);
  final Map<ValueFormat, Long> fits = new EnumMap<>(ValueFormat.class);
  final List<String> examples = new ArrayList<>(EXAMPLES);

  void take(String raw) {
    String value = Blanks.cut(raw);
    if (value.isEmpty()) {
      empty++;
      return;
    }
    if (value.length() != raw.length()) {
      blanksCut++;
    }
    remember(value);
    if (EmptyMarkers.contains(value)) {
      markers++;
      marker = marker == null ? value : marker;
      if (value.equalsIgnoreCase("x")) {
        xMarks++;
      }
      return;
    }
    values++;
    takeTruth(value);
    ValueFormat shape = DateText.shape(value);
    if (shape != null) {
      shapes.merge(shape, 1L, Long::sum);
      if (DateText.parse(value, shape) != null) {
        fits.merge(shape, 1L, Long::sum);
      }
      return;
    }
    takeNumber(value);
  }

  private void remember(String value) {
    if (examples.size() < EXAMPLES && !examples.contains(Parameters.shortened(value))) {
      examples.add(Parameters.shortened(value));
    }
    if (doublyEncoded == null && value.indexOf('Ã') >= 0 && value.matches("(?s).*Ã[¤¶¼Ÿ„–œ].*")) {
      doublyEncoded = value;
    }
  }

  private void takeTruth(String value) {
    for (ValueFormat format : TruthText.GUESSED) {
      if (TruthText.parse(value, format) != null) {
        fits.merge(format, 1L, Long::sum);
      }
    }
  }

  private void takeNumber(String value) {
    int asComma = NumberText.measure(value, ValueFormat.DECIMAL_COMMA);
    int asPoint = NumberText.measure(value, ValueFormat.DECIMAL_POINT);
    if (asComma == NumberText.NONE && asPoint == NumberText.NONE) {
      if (code == null && isCode(value)) {
        code = value;
      }
      return;
    }
    numbers++;
    if (leadingZero == null && NumberText.hasLeadingZero(value)) {
      leadingZero = value;
    }
    longUngrouped = longUngrouped || NumberText.hasLongUngrouped(value);
    if (asComma != NumberText.NONE) {
      comma.take(asComma);
      tell(comma, asPoint, value);
    }
    if (asPoint != NumberText.NONE) {
      point.take(asPoint);
      tell(point, asComma, value);
    }
    if (ambiguous == null
        && asComma != asPoint
        && asComma != NumberText.NONE
        && asPoint != NumberText.NONE) {
      ambiguous = value;
    }
  }

  private static void tell(Numbers numbers, int other, String value) {
    if (other == NumberText.NONE) {
      numbers.tellingCount++;
      numbers.telling = numbers.telling == null ? value : numbers.telling;
    }
  }

  /** Letters and digits without blanks, as 0164A or AB12: a code, not a mistyped number. */
  private static boolean isCode(String value) {
    if (value.length() > LONGEST_CODE) {
      return false;
    }
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      letter |= Character.isLetter(c);
      digit |= NumberText.isDigit(c);
      if (!Character.isLetterOrDigit(c) && "-/._".indexOf(c) < 0) {
        return false;
      }
    }
    return letter && digit;
  }
}
