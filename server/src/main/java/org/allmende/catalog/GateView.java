package org.allmende.catalog;

import java.util.List;
import java.util.Map;
import org.allmende.base.i18n.Message;
import org.allmende.tabular.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the publish gate shows.
 *
 * @param hints what may tell of persons
 * @param missing what must be filled in first
 */
record GateView(
    Dataset dataset,
    List<FileVersion> files,
    List<Message> hints,
    Map<String, Message> missing,
    @Nullable String department,
    @Nullable License license) {

  long rows() {
    return files.stream().map(FileVersion::reading).mapToLong(Reading::rows).sum();
  }

  boolean canSendBack() {
    return dataset.state() instanceof DatasetState.Submitted;
  }
}
