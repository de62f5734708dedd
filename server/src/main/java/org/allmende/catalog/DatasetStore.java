package org.allmende.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of datasets, their origins and their checks. */
@Component
class DatasetStore {

  private final JdbcClient sql;

  DatasetStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Dataset dataset) {
    facts(
            """
            insert into catalog_dataset (id, tenant, title, description, topic, department, license, contact_function,
              contact_email, contact_url, attribution, rhythm, covers_from, covers_to, keywords, state, state_at,
              state_by, created_at, created_by, changed_at, version)
            values (:id, :tenant, :title, :description, :topic, :department, :license, :contactFunction,
              :contactEmail, :contactUrl, :attribution, :rhythm, :from, :to, :keywords, :state, :at,
              :by, :at, :by, :at, 1)
            """,
            dataset.id(),
            dataset.metadata())
        .param("tenant", dataset.tenant().slug())
        .param("state", dataset.state().key())
        .param("at", utc(dataset.state().at()))
        .param("by", id(dataset.state().by()))
        .update();
    for (int i = 0; i < dataset.origins().size(); i++) {
      Origin origin = dataset.origins().get(i);
      sql.sql(
              "insert into catalog_origin (dataset, position, title, url, ref) values (?, ?, ?, ?, ?)")
          .param(dataset.id().value())
          .param(i)
          .param(origin.title())
          .param(origin.url())
          .param(origin.ref() == null ? null : origin.ref().toString())
          .update();
    }
  }

  /**
   * Changes what is said about the dataset; false if somebody else changed it since that version.
   */
  boolean update(DatasetId dataset, Metadata metadata, int version, Instant now) {
    return facts(
                """
                update catalog_dataset set title = :title, description = :description, topic = :topic,
                  department = :department, license = :license, contact_function = :contactFunction,
                  contact_email = :contactEmail, contact_url = :contactUrl, attribution = :attribution,
                  rhythm = :rhythm, covers_from = :from, covers_to = :to, keywords = :keywords,
                  changed_at = :now, version = version + 1
                where id = :id and version = :version
                """,
                dataset,
                metadata)
            .param("now", utc(now))
            .param("version", version)
            .update()
        == 1;
  }

  /** Moves the dataset on; false if somebody else did since that version. */
  boolean move(DatasetId dataset, DatasetState state, int version) {
    String reason =
        switch (state) {
          case DatasetState.SentBack back -> back.reason();
          case DatasetState.Withdrawn gone -> gone.reason();
          default -> null;
        };
    return sql.sql(
                """
                update catalog_dataset set state = :state, state_at = :at, state_by = :by, state_reason = :reason,
                  changed_at = :at, version = version + 1,
                  published_at = case when :state = 'published' then coalesce(published_at, :at) else published_at end
                where id = :id and version = :version
                """)
            .param("state", state.key())
            .param("at", utc(state.at()))
            .param("by", id(state.by()))
            .param("reason", reason)
            .param("id", dataset.value())
            .param("version", version)
            .update()
        == 1;
  }

  /** Notes that files of the dataset changed. */
  void touch(DatasetId dataset, Instant now) {
    sql.sql("update catalog_dataset set changed_at = ?, version = version + 1 where id = ?")
        .param(utc(now))
        .param(dataset.value())
        .update();
  }

  Optional<Dataset> find(TenantId tenant, DatasetId id) {
    return sql.sql("select * from catalog_dataset where id = ? and tenant = ?")
        .param(id.value())
        .param(tenant.slug())
        .query(DatasetStore::dataset)
        .optional()
        .map(this::withOrigins);
  }

  /** Other keys may still point to it meanwhile. */
  void hold(DatasetId id) {
    sql.sql("select id from catalog_dataset where id = ? for no key update")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  @AcrossTenants("matches and uses name datasets of other towns")
  List<Dataset> find(Collection<DatasetId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return withOrigins(
        sql.sql("select * from catalog_dataset where id in (:ids)")
            .param("ids", ids.stream().map(DatasetId::value).toList())
            .query(DatasetStore::dataset)
            .list());
  }

  /** What the staff of a tenant works on, newest first; what waits for the steward comes first. */
  List<Dataset> desk(TenantId tenant, int limit) {
    return withOrigins(
        sql.sql(
                """
                select * from catalog_dataset where tenant = ?
                order by array_position(array['submitted', 'sent_back', 'draft', 'published', 'withdrawn'], state),
                  changed_at desc, id
                limit ?
                """)
            .param(tenant.slug())
            .param(limit)
            .query(DatasetStore::dataset)
            .list());
  }

  @AcrossTenants("the public catalogue of the installation, when no tenant is asked for")
  List<Dataset> published(DatasetQuery query) {
    return withOrigins(
        matching(
                "select * from catalog_dataset where "
                    + where(query)
                    + " order by "
                    + order(query)
                    + " limit :limit offset :offset",
                query)
            .param("limit", query.limit())
            .param("offset", query.offset())
            .query(DatasetStore::dataset)
            .list());
  }

  @AcrossTenants("the public catalogue of the installation, when no tenant is asked for")
  int countPublished(DatasetQuery query) {
    return matching("select count(*) from catalog_dataset where " + where(query), query)
        .query(Integer.class)
        .single();
  }

  /** How many published datasets each topic has, the topic filter aside. */
  Map<TopicId, Integer> topics(TenantId tenant) {
    Map<TopicId, Integer> counts = new LinkedHashMap<>();
    sql.sql(
            """
            select topic, count(*) from catalog_dataset
            where tenant = ? and state = 'published' and topic is not null group by topic order by 2 desc, 1
            """)
        .param(tenant.slug())
        .query(row -> {
          counts.put(new TopicId(row.getString(1)), row.getInt(2));
        });
    return counts;
  }

  void check(DatasetId dataset, PublicationCheck check) {
    sql.sql("insert into catalog_check (dataset, kind, at, person) values (?, ?, ?, ?)")
        .param(dataset.value())
        .param(check.kind().column())
        .param(utc(check.at()))
        .param(id(check.by()))
        .update();
  }

  List<PublicationCheck> checks(DatasetId dataset) {
    return sql.sql("select kind, at, person from catalog_check where dataset = ? order by at, kind")
        .param(dataset.value())
        .query((row, number) ->
            new PublicationCheck(
                PublicationCheck.Kind.of(row.getString("kind")),
                instant(row, "at"),
                person(row, "person")))
        .list();
  }

  private static String where(DatasetQuery query) {
    return "state = 'published'"
        + (query.tenant() == null ? "" : " and tenant = :tenant")
        + (query.topic() == null ? "" : " and topic = :topic")
        + (query.among() == null ? "" : " and id = any(:among)")
        + (query.changedSince() == null ? "" : " and changed_at >= :since");
  }

  /** Found ones in the order of the search, else the newest first. */
  private static String order(DatasetQuery query) {
    return query.among() == null ? "published_at desc, id" : "array_position(:among, id)";
  }

  private StatementSpec matching(String statement, DatasetQuery query) {
    StatementSpec spec = sql.sql(statement);
    if (query.tenant() != null) {
      spec = spec.param("tenant", query.tenant().slug());
    }
    if (query.topic() != null) {
      spec = spec.param("topic", query.topic().slug());
    }
    if (query.among() != null) {
      spec =
          spec.param("among", query.among().stream().map(DatasetId::value).toArray(String[]::new));
    }
    if (query.changedSince() != null) {
      spec = spec.param("since", utc(query.changedSince()));
    }
    return spec;
  }

  private StatementSpec facts(String statement, DatasetId dataset, Metadata metadata) {
    Contact contact = metadata.contact();
    return sql.sql(statement)
        .param("id", dataset.value())
        .param("title", metadata.title())
        .param("description", metadata.description())
        .param("topic", metadata.topic() == null ? null : metadata.topic().slug())
        .param("department", metadata.department())
        .param("license", metadata.license())
        .param("contactFunction", contact == null ? null : contact.function())
        .param("contactEmail", contact == null ? null : contact.email())
        .param("contactUrl", contact == null ? null : contact.url())
        .param("attribution", metadata.attribution())
        .param("rhythm", metadata.rhythm() == null ? null : metadata.rhythm().key())
        .param("from", metadata.from())
        .param("to", metadata.to())
        .param("keywords", metadata.keywords().toArray(String[]::new));
  }

  @AcrossTenants("a thing is called the same wherever it is an origin")
  void retitleOrigins(Ref origin, String title) {
    sql.sql("update catalog_origin set title = ? where ref = ?")
        .params(title, origin.toString())
        .update();
  }

  private Dataset withOrigins(Dataset dataset) {
    return withOrigins(List.of(dataset)).getFirst();
  }

  private List<Dataset> withOrigins(List<Dataset> datasets) {
    if (datasets.isEmpty()) {
      return datasets;
    }
    Map<String, List<Origin>> origins = new LinkedHashMap<>();
    sql.sql(
            "select dataset, title, url, ref from catalog_origin where dataset in (:ids) order by dataset, position")
        .param("ids", datasets.stream().map(dataset -> dataset.id().value()).toList())
        .query(row -> {
          String ref = row.getString("ref");
          origins
              .computeIfAbsent(row.getString("dataset"), id -> new ArrayList<>())
              .add(
                  new Origin(
                      row.getString("title"),
                      row.getString("url"),
                      ref == null ? null : Ref.parse(ref)));
        });
    return datasets.stream()
        .map(dataset -> dataset.from(origins.getOrDefault(dataset.id().value(), List.of())))
        .toList();
  }

  private static Dataset dataset(ResultSet row, int number) throws SQLException {
    Instant published = optionalInstant(row, "published_at");
    return new Dataset(
        new DatasetId(row.getString("id")),
        new TenantId(row.getString("tenant")),
        metadata(row),
        state(row),
        List.of(),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        published,
        row.getInt("version"));
  }

  private static Metadata metadata(ResultSet row) throws SQLException {
    String topic = row.getString("topic");
    String function = row.getString("contact_function");
    String rhythm = row.getString("rhythm");
    Array keywords = row.getArray("keywords");
    return new Metadata(
        row.getString("title"),
        row.getString("description"),
        topic == null ? null : new TopicId(topic),
        row.getString("department"),
        row.getString("license"),
        function == null
            ? null
            : new Contact(function, row.getString("contact_email"), row.getString("contact_url")),
        row.getString("attribution"),
        rhythm == null ? null : Rhythm.valueOf(rhythm.toUpperCase(Locale.ROOT)),
        row.getObject("covers_from", LocalDate.class),
        row.getObject("covers_to", LocalDate.class),
        List.of((String[]) keywords.getArray()));
  }

  private static DatasetState state(ResultSet row) throws SQLException {
    Instant at = instant(row, "state_at");
    PersonId by = person(row, "state_by");
    String reason = row.getString("state_reason");
    String said = reason == null ? "" : reason;
    String state = row.getString("state");
    return switch (state) {
      case "draft" -> new DatasetState.Draft(at, by);
      case "submitted" -> new DatasetState.Submitted(at, by);
      case "sent_back" -> new DatasetState.SentBack(at, by, said);
      case "published" -> new DatasetState.Published(at, by);
      case "withdrawn" -> new DatasetState.Withdrawn(at, by, said);
      default -> throw new IllegalStateException("unknown state of a dataset: " + state);
    };
  }

  private static @Nullable String id(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new PersonId(id);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optionalInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
