package org.allmende.catalog;

import org.allmende.base.i18n.Message;
import org.allmende.tabular.Reason;
import org.allmende.tabular.Rejection;

/** Says in words why a file was read as it was. */
final class ReadingWords {

  private ReadingWords() {}

  static Message reason(Reason reason) {
    return Message.of("catalog.reason." + Keys.of(reason.code()), reason.parameters().toArray());
  }

  static Message rejection(Rejection row) {
    return Message.of("catalog.rejection." + Keys.of(row.code()), row.value());
  }
}
