package org.allmende.catalog;

import java.time.Clock;
import java.time.Instant;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters files that are safely stored; the transactions of {@link DatasetFiles}. */
@Component
class FileRegister {

  private final FileStore files;
  private final DatasetStore datasets;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  FileRegister(
      FileStore files, DatasetStore datasets, Submissions submissions, Audit audit, Clock clock) {
    this.files = files;
    this.datasets = datasets;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enters a version; a repeated submission is answered with the version entered first. */
  @Transactional
  FileVersion add(Dataset dataset, FileVersion version, @Nullable String submission, Viewer by) {
    String entered =
        submissions.once("catalog.file", submission, () -> insert(dataset, version, by));
    int slash = entered.indexOf('/');
    return files
        .version(
            dataset.id(),
            new FileId(entered.substring(0, slash)),
            Integer.parseInt(entered.substring(slash + 1)))
        .orElseThrow(DatasetFiles::unknown);
  }

  private String insert(Dataset dataset, FileVersion version, Viewer by) {
    Instant now = clock.instant();
    if (version.number() == 1) {
      files.insertFile(version.file(), dataset.id(), now);
    }
    if (!files.insert(version)) {
      throw Problem.conflict("catalog.changedMeanwhile");
    }
    datasets.touch(dataset.id(), now);
    audit.record(dataset.tenant(), by, "dataset.file", dataset.id().ref());
    return version.file().value() + "/" + version.number();
  }

  /** Enters another reading of a version that is not public yet. */
  @Transactional
  FileVersion correct(Dataset dataset, FileVersion version, Viewer by) {
    if (!files.updateReading(version)) {
      throw Problem.conflict("catalog.changedMeanwhile");
    }
    datasets.touch(dataset.id(), clock.instant());
    audit.record(dataset.tenant(), by, "dataset.reading", dataset.id().ref());
    return version;
  }
}
