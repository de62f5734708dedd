package org.allmende.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allmende.base.i18n.Message;
import org.allmende.tabular.ColumnType;
import org.jspecify.annotations.Nullable;

/** Points at columns that may tell of persons. Hints only: people decide. */
final class PersonalDataHints {

  private static final Pattern NAME =
      Pattern.compile(
          "(?iu).*(vorname|nachname|familienname|ansprechpart|sachbearbeit|inhaber|eigent[uü]mer|geburts|person|mitarbeit).*|name|namen");
  private static final Pattern MAIL_NAME = Pattern.compile("(?iu).*(e-?mail|mailadresse).*");
  private static final Pattern PHONE_NAME =
      Pattern.compile("(?iu).*(telefon|handy|mobil|durchwahl).*|tel\\.?|fax");
  private static final Pattern COUNTS =
      Pattern.compile(
          "(?iu).*(anzahl|f[aä]lle|zahl|personen|einwohner|kinder|sch[uü]ler|betroffen|bewohner).*");
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[a-zA-Z]{2,}");
  private static final Pattern PHONE = Pattern.compile("(\\+49|0)[1-9][\\d /()-]{6,}");
  private static final Pattern IBAN =
      Pattern.compile("[A-Z]{2}\\d{2}( ?[0-9A-Z]{4}){4,7}( ?[0-9A-Z]{1,3})?");
  private static final int SMALL = 5;

  private PersonalDataHints() {}

  /** What a person should look at in these rows before they become public. */
  static List<Message> of(TableView table) {
    List<Message> hints = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String name = table.columns().get(i).name();
      ColumnType type = table.columns().get(i).type();
      if (MAIL_NAME.matcher(name).matches() || any(table, i, MAIL)) {
        hints.add(Message.of("catalog.hint.mail", name));
      } else if (any(table, i, IBAN)) {
        hints.add(Message.of("catalog.hint.iban", name));
      } else if (PHONE_NAME.matcher(name).matches()
          || (type == ColumnType.TEXT && any(table, i, PHONE))) {
        hints.add(Message.of("catalog.hint.phone", name));
      } else if (NAME.matcher(name).matches() && type == ColumnType.TEXT) {
        hints.add(Message.of("catalog.hint.name", name));
      } else if (type == ColumnType.INTEGER && COUNTS.matcher(name).matches()) {
        long small = small(table, i);
        if (small > 0) {
          hints.add(Message.of("catalog.hint.small", name, small));
        }
      }
    }
    return hints;
  }

  private static boolean any(TableView table, int column, Pattern pattern) {
    return table.rows().stream()
        .map(row -> row.get(column))
        .anyMatch(cell -> cell != null && pattern.matcher(cell.toString()).find());
  }

  private static long small(TableView table, int column) {
    return table.rows().stream()
        .map(row -> row.get(column))
        .filter(PersonalDataHints::isSmall)
        .count();
  }

  private static boolean isSmall(@Nullable Object cell) {
    return cell instanceof Long count && count > 0 && count < SMALL;
  }
}
