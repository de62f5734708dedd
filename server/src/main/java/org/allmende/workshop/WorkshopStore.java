package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.board.Hands;
import org.allmende.tenant.CoHosting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of workshops and their agendas; three statements however many are read. */
@Repository
class WorkshopStore {

  private static final String SELECT =
      """
      select w.*,
        array(select a.person from workshop_act a
          where a.workshop = w.id and a.kind = 'lead' and a.ended_at is null
            and a.person is not null) as co_leads,
        exists(select from workshop_act a
          where a.workshop = w.id and a.kind = 'rehearsal' and a.ended_at is null) as rehearsing
      from workshop_workshop w
      """;

  private record Row(
      WorkshopId id,
      TenantId tenant,
      String title,
      @Nullable String place,
      @Nullable String onlineUrl,
      Instant startsAt,
      Instant endsAt,
      int capacity,
      JoinCode joinCode,
      @Nullable Instant releasedAt,
      @Nullable Instant canceledAt,
      @Nullable String cancelation,
      int version,
      int agendaVersion,
      List<PersonId> coLeads,
      boolean rehearsing) {

    Workshop with(List<TenantId> coHosts, List<Phase> phases) {
      return new Workshop(
          id,
          tenant,
          coHosts,
          title,
          place,
          onlineUrl,
          startsAt,
          endsAt,
          capacity,
          joinCode,
          releasedAt,
          canceledAt,
          cancelation,
          version,
          agendaVersion,
          coLeads,
          rehearsing,
          phases);
    }
  }

  private record PhaseRow(String workshop, Phase phase) {}

  private final JdbcClient sql;
  private final CoHosting coHosting;

  WorkshopStore(JdbcClient sql, CoHosting coHosting) {
    this.sql = sql;
    this.coHosting = coHosting;
  }

  Optional<Workshop> find(WorkshopId id) {
    return assembled(
            sql.sql(SELECT + "where w.id = ?").param(id.value()).query(WorkshopStore::row).list())
        .stream()
        .findFirst();
  }

  Optional<Workshop> find(JoinCode code) {
    return assembled(
            sql.sql(SELECT + "where w.join_code = ?")
                .param(code.text())
                .query(WorkshopStore::row)
                .list())
        .stream()
        .findFirst();
  }

  /** The workshops a tenant owns or carries, the latest first. */
  List<Workshop> carriedBy(TenantId tenant) {
    List<String> carried =
        coHosting.carriedBy(tenant, Workshop.KIND).stream().map(Ref::id).toList();
    return assembled(
        sql.sql(SELECT + "where w.tenant = ? or w.id = any (?) order by w.starts_at desc, w.id")
            .params(tenant.slug(), carried.toArray(String[]::new))
            .query(WorkshopStore::row)
            .list());
  }

  List<Workshop> all(Collection<WorkshopId> ids) {
    return assembled(
        sql.sql(SELECT + "where w.id = any (?) order by w.starts_at desc, w.id")
            .param(ids.stream().map(WorkshopId::value).toArray(String[]::new))
            .query(WorkshopStore::row)
            .list());
  }

  private List<Workshop> assembled(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> ids = rows.stream().map(row -> row.id().value()).toList();
    Map<String, List<Phase>> phases = phases(ids);
    Map<Ref, List<TenantId>> coHosts =
        coHosting.of(rows.stream().map(row -> row.id().ref()).toList());
    List<Workshop> workshops = new ArrayList<>();
    for (Row row : rows) {
      String id = row.id().value();
      workshops.add(
          row.with(
              coHosts.getOrDefault(row.id().ref(), List.of()), phases.getOrDefault(id, List.of())));
    }
    return workshops;
  }

  private Map<String, List<Phase>> phases(Collection<String> workshops) {
    return sql
        .sql(
            """
            select p.*, o.opened_at, o.closed_at, o.ends_at,
              row_number() over (partition by p.workshop order by p.position) - 1 as place,
              exists (select from workshop_slide s where s.phase = p.id)
                or exists (select from workshop_vote v where v.phase = p.id) as prepared
            from workshop_phase p
            left join lateral (
              select * from workshop_opening o where o.phase = p.id order by o.opened_at desc limit 1) o on true
            where p.workshop in (:workshops)
              and not exists (select from workshop_phase_removal r where r.phase = p.id)
            order by p.workshop, p.position
            """)
        .param("workshops", workshops)
        .query(WorkshopStore::phase)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                PhaseRow::workshop, Collectors.mapping(PhaseRow::phase, Collectors.toList())));
  }

  /** Writes the workshop; false if another one has the join code. */
  boolean insert(
      WorkshopId id,
      TenantId tenant,
      WorkshopPlan plan,
      JoinCode code,
      @Nullable PersonId by,
      Instant now) {
    return sql.sql(
                """
                insert into workshop_workshop
                  (id, tenant, title, place, online_url, starts_at, ends_at, capacity, join_code, created_at, created_by)
                values (:id, :tenant, :title, :place, :onlineUrl, :startsAt, :endsAt, :capacity, :code, :now, :by)
                on conflict (join_code) do nothing
                """)
            .param("id", id.value())
            .param("tenant", tenant.slug())
            .param("title", plan.title())
            .param("place", plan.place())
            .param("onlineUrl", plan.onlineUrl())
            .param("startsAt", Timestamp.from(plan.startsAt()))
            .param("endsAt", Timestamp.from(plan.endsAt()))
            .param("capacity", plan.capacity())
            .param("code", code.text())
            .param("now", Timestamp.from(now))
            .param("by", by == null ? null : by.value())
            .update()
        == 1;
  }

  void resize(WorkshopId workshop, int capacity) {
    sql.sql("update workshop_workshop set capacity = ? where id = ?")
        .param(capacity)
        .param(workshop.value())
        .update();
  }

  /** Changes what is announced; false if somebody else did since that version. */
  boolean update(WorkshopId id, WorkshopPlan plan, int version) {
    return sql.sql(
                """
                update workshop_workshop set title = :title, place = :place, online_url = :onlineUrl,
                  starts_at = :startsAt, ends_at = :endsAt, version = version + 1
                where id = :id and version = :version
                """)
            .param("title", plan.title())
            .param("place", plan.place())
            .param("onlineUrl", plan.onlineUrl())
            .param("startsAt", Timestamp.from(plan.startsAt()))
            .param("endsAt", Timestamp.from(plan.endsAt()))
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  /** Calls it off; false if it was already. */
  boolean cancel(WorkshopId id, String reason, @Nullable PersonId by, Instant now) {
    return sql.sql(
                """
                update workshop_workshop set canceled_at = ?, canceled_by = ?, cancelation = ?
                where id = ? and canceled_at is null
                """)
            .params(
                Arrays.asList(
                    Timestamp.from(now), by == null ? null : by.value(), reason, id.value()))
            .update()
        == 1;
  }

  /** Keeps other changes of the workshop's course out until the transaction ends. */
  void lock(WorkshopId workshop) {
    sql.sql("select id from workshop_workshop where id = ? for update")
        .param(workshop.value())
        .query(String.class)
        .single();
  }

  void open(String opening, WorkshopId workshop, Phase phase, @Nullable PersonId by, Instant now) {
    sql.sql(
            """
            insert into workshop_opening (id, workshop, phase, opened_at, opened_by, ends_at)
            values (:id, :workshop, :phase, :now, :by, :now::timestamptz + :minutes * interval '1 minute')
            """)
        .param("id", opening)
        .param("workshop", workshop.value())
        .param("phase", phase.id().value())
        .param("now", Timestamp.from(now))
        .param("by", by == null ? null : by.value())
        .param("minutes", phase.minutes())
        .update();
  }

  void close(WorkshopId workshop, @Nullable PersonId by, Instant now) {
    sql.sql(
            "update workshop_opening set closed_at = ?, closed_by = ? where workshop = ? and closed_at is null")
        .params(
            Arrays.asList(Timestamp.from(now), by == null ? null : by.value(), workshop.value()))
        .update();
  }

  /** Who opened or closed a phase last; empty if that is forgotten. */
  Optional<PersonId> lastToGoOn(WorkshopId workshop) {
    return sql
        .sql(
            """
            select case when closed_at is null then opened_by else closed_by end
            from workshop_opening where workshop = ?
            order by greatest(opened_at, closed_at) desc, closed_at desc nulls first limit 1
            """)
        .param(workshop.value())
        .query((row, _) -> Optional.ofNullable(row.getString(1)).map(PersonId::new))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Moves the end of the open phase; a phase already past its end gets the minutes from now. */
  int extend(WorkshopId workshop, int minutes, Instant now) {
    return sql.sql(
            """
            update workshop_opening
            set ends_at = greatest(ends_at, :now::timestamptz) + :minutes * interval '1 minute'
            where workshop = :workshop and closed_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("minutes", minutes)
        .param("workshop", workshop.value())
        .update();
  }

  /** Marks the results as public; false if they were already. */
  boolean release(WorkshopId workshop, @Nullable PersonId by, Instant now) {
    return sql.sql(
                "update workshop_workshop set released_at = ?, released_by = ? where id = ? and released_at is null")
            .params(
                Arrays.asList(
                    Timestamp.from(now), by == null ? null : by.value(), workshop.value()))
            .update()
        == 1;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Timestamp released = row.getTimestamp("released_at");
    Timestamp canceled = row.getTimestamp("canceled_at");
    return new Row(
        new WorkshopId(row.getString("id")),
        new TenantId(row.getString("tenant")),
        row.getString("title"),
        row.getString("place"),
        row.getString("online_url"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getInt("capacity"),
        new JoinCode(row.getString("join_code")),
        released == null ? null : released.toInstant(),
        canceled == null ? null : canceled.toInstant(),
        row.getString("cancelation"),
        row.getInt("version"),
        row.getInt("agenda_version"),
        Stream.of((String[]) row.getArray("co_leads").getArray()).map(PersonId::new).toList(),
        row.getBoolean("rehearsing"));
  }

  private static PhaseRow phase(ResultSet row, int number) throws SQLException {
    Timestamp opened = row.getTimestamp("opened_at");
    boolean closed = row.getTimestamp("closed_at") != null;
    PhaseState state =
        opened == null ? PhaseState.PLANNED : closed ? PhaseState.CLOSED : PhaseState.OPEN;
    return new PhaseRow(
        row.getString("workshop"),
        new Phase(
            new PhaseId(row.getString("id")),
            row.getInt("place"),
            PhaseKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("title"),
            row.getString("instruction"),
            row.getInt("minutes"),
            Hats.read(row.getString("hat")),
            row.getInt("dots"),
            new PhasePolicy(
                Writers.of(row.getString("writers")),
                Hands.of(row.getString("movers")),
                row.getBoolean("covered"),
                VideoMode.of(row.getString("video")),
                GroupMode.of(row.getString("groups"))),
            state,
            row.getBoolean("prepared"),
            opened == null ? null : opened.toInstant(),
            state == PhaseState.OPEN ? row.getTimestamp("ends_at").toInstant() : null));
  }
}
