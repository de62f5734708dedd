package org.allmende.app;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Contact;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetDraft;
import org.allmende.catalog.DatasetFiles;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.catalog.Metadata;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Rhythm;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Upload;
import org.allmende.reuse.NewUse;
import org.allmende.reuse.UseKind;
import org.allmende.reuse.Uses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published tables of the demo; they are read as every upload is. */
@Component
class DemoDatasets {

  /** A dataset as {@code datasets.json} describes it. */
  private record Described(
      String key,
      String tenant,
      String table,
      String uploadedBy,
      String title,
      String description,
      String topic,
      String department,
      String license,
      @Nullable String attribution,
      String contact,
      Rhythm rhythm,
      LocalDate from,
      LocalDate to,
      List<String> keywords,
      @Nullable Integer published,
      @Nullable List<Told> uses) {

    TenantId town() {
      return new TenantId(tenant);
    }
  }

  /** A use that somebody reported; one with a department by that department itself. */
  private record Told(
      int ago, UseKind kind, String title, @Nullable String url, @Nullable String department) {}

  private final DemoPast past;
  private final DemoTowns towns;
  private final DemoFiles files;
  private final Datasets datasets;
  private final DatasetFiles tables;
  private final Uses uses;
  private final Map<String, Described> described;
  private final Map<String, DatasetId> known = new HashMap<>();

  DemoDatasets(
      DemoPast past,
      DemoTowns towns,
      DemoFiles files,
      Datasets datasets,
      DatasetFiles tables,
      Uses uses) {
    this.past = past;
    this.towns = towns;
    this.files = files;
    this.datasets = datasets;
    this.tables = tables;
    this.uses = uses;
    this.described =
        Arrays.stream(files.one("datasets.json", Described[].class))
            .collect(Collectors.toMap(Described::key, Function.identity()));
  }

  /** Publishes what departments opened of their own accord. */
  void publishUnasked() {
    List<Described> unasked =
        described.values().stream().filter(one -> one.published() != null).toList();
    unasked.forEach(one -> known.put(one.key(), draftOnce(one)));
    // Side by side, because each table is read by a process of its own.
    unasked.parallelStream().forEach(one -> upload(one, get(one.key()), opened(one)));
    unasked.forEach(one -> publish(one.key(), get(one.key()), null, opened(one)));
  }

  private Instant opened(Described one) {
    return past.daysAgo(Objects.requireNonNull(one.published()));
  }

  private DatasetId draftOnce(Described one) {
    return new DatasetId(past.once("dataset:" + one.key(), opened(one), () -> draft(one).value()));
  }

  private DatasetId draft(Described one) {
    return datasets.draft(
        new DatasetDraft(one.town(), one.title(), "", null, null, List.of()),
        towns.viewer(one.uploadedBy()));
  }

  /** Fills a draft, takes its table in, hands it in and publishes it. */
  void publish(String key, DatasetId id, @Nullable String commitment, Instant at) {
    Described one = one(key);
    known.put(key, id);
    past.does("describe:" + key, at, () -> describe(one, id));
    upload(one, id, at);
    past.does("publish:" + key, at, () -> publish(one, id, commitment));
  }

  private void describe(Described one, DatasetId id) {
    Dataset draft = current(id);
    datasets.describe(draft, metadata(one), draft.version(), towns.viewer(one.uploadedBy()));
  }

  private Metadata metadata(Described one) {
    String mail = towns.get(one.town()).contact();
    return new Metadata(
        one.title(),
        one.description(),
        new TopicId(one.topic()),
        towns.department(one.town(), one.department()).id(),
        one.license(),
        new Contact(one.contact(), mail, null),
        one.attribution(),
        one.rhythm(),
        one.from(),
        one.to(),
        one.keywords());
  }

  /** Not in a transaction of ours, because reading a table takes its time. */
  private void upload(Described one, DatasetId id, Instant at) {
    if (!tables.newest(id).isEmpty()) {
      return;
    }
    Upload upload = new Upload(one.table(), files.table(one.table()), "demo:" + one.key());
    Viewer officer = towns.viewer(one.uploadedBy());
    past.shifted(at, () -> tables.add(current(id), null, upload, officer));
  }

  private void publish(Described one, DatasetId id, @Nullable String commitment) {
    datasets.submit(current(id), towns.viewer(one.uploadedBy()));
    datasets.publish(
        current(id), Publication.checked(commitment), towns.one(one.town(), Role.STEWARD));
  }

  /** A dataset that was begun before. */
  DatasetId get(String key) {
    DatasetId id = known.get(key);
    if (id == null) {
      throw new IllegalArgumentException("not begun yet: " + key);
    }
    return id;
  }

  /** Reports what was made of the published datasets. */
  void reportUses() {
    for (Described one : described.values()) {
      for (Told use : one.uses() == null ? List.<Told>of() : one.uses()) {
        past.does(
            "use:" + one.key() + ":" + use.title(),
            past.daysAgo(use.ago()),
            () -> report(one, get(one.key()), use));
      }
    }
  }

  private void report(Described one, DatasetId id, Told use) {
    Viewer by =
        use.kind() == UseKind.INTERNAL
            ? towns.viewer(one.uploadedBy())
            : towns.viewer("citizen@" + one.tenant() + ".example");
    uses.report(
        current(id), new NewUse(use.kind(), use.title(), use.url(), use.department()), null, by);
  }

  private Dataset current(DatasetId id) {
    return datasets.find(id).orElseThrow();
  }

  private Described one(String key) {
    Described one = described.get(key);
    if (one == null) {
      throw new IllegalArgumentException("datasets.json knows no " + key);
    }
    return one;
  }
}
