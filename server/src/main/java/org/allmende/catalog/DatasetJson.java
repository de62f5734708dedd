package org.allmende.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.allmende.base.id.Origin;
import org.allmende.base.web.PublicAddress;
import org.jspecify.annotations.Nullable;

/** A dataset as programs get it. */
record DatasetJson(
    String id,
    String url,
    String tenant,
    String title,
    String description,
    @Nullable TopicJson topic,
    @Nullable String department,
    @Nullable LicenseJson license,
    @Nullable Contact contact,
    @Nullable String attribution,
    @Nullable String rhythm,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> keywords,
    String state,
    @Nullable Instant publishedAt,
    Instant changedAt,
    int version,
    List<OriginJson> origins,
    List<FileJson> files) {

  /** A topic of the Musterdatenkatalog. */
  record TopicJson(String id, String uri, String label) {}

  /** A licence of DCAT-AP.de. */
  record LicenseJson(String id, String uri, String title) {}

  /** What the dataset came from. */
  record OriginJson(String title, String url) {
    static OriginJson of(Origin origin, PublicAddress address) {
      return new OriginJson(origin.title(), address.whole(origin.url()));
    }
  }

  /** A file of the dataset; rows and downloads by its addresses. */
  record FileJson(
      String id,
      String name,
      int version,
      long bytes,
      long rows,
      String rowsUrl,
      String originalUrl,
      String csvUrl,
      String jsonUrl) {

    static FileJson of(Dataset dataset, FileVersion version, PublicAddress address) {
      String path = address.of(dataset.url()) + "/files/" + version.file();
      return new FileJson(
          version.file().value(),
          version.name(),
          version.number(),
          version.original().bytes(),
          version.reading().rows(),
          address.of(
              "/"
                  + dataset.tenant()
                  + "/api/v1/datasets/"
                  + dataset.id()
                  + "/files/"
                  + version.file()
                  + "/rows"),
          path + "/original",
          path + "/csv",
          path + "/json");
    }
  }
}
