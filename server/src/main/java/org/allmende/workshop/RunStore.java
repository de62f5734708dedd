package org.allmende.workshop;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of workshops that are held again, and of the notes they take over. */
@Repository
class RunStore {

  private final JdbcClient sql;

  RunStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(WorkshopId workshop, WorkshopId before, @Nullable PersonId by, Instant now) {
    sql.sql("insert into workshop_run (workshop, before, at, by) values (?, ?, ?, ?)")
        .params(
            Arrays.asList(
                workshop.value(),
                before.value(),
                Timestamp.from(now),
                by == null ? null : by.value()))
        .update();
  }

  Optional<WorkshopId> before(WorkshopId workshop) {
    return sql.sql("select before from workshop_run where workshop = ?")
        .param(workshop.value())
        .query((row, _) -> new WorkshopId(row.getString(1)))
        .optional();
  }

  /** The runs planned from it. */
  List<WorkshopId> after(WorkshopId workshop) {
    return sql.sql("select workshop from workshop_run where before = ? order by at")
        .param(workshop.value())
        .query((row, _) -> new WorkshopId(row.getString(1)))
        .list();
  }

  /** How long each phase that was opened was open in all. */
  Map<PhaseId, Duration> took(WorkshopId workshop) {
    return sql
        .sql(
            """
            select phase, extract(epoch from sum(coalesce(closed_at, opened_at) - opened_at))
            from workshop_opening where workshop = ? group by phase
            """)
        .param(workshop.value())
        .query((row, _) ->
            Map.entry(new PhaseId(row.getString(1)), Duration.ofSeconds(row.getLong(2))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void carry(WorkshopId workshop, NoteId source, NoteId note) {
    sql.sql(
            """
            insert into workshop_carried (workshop, source, note) values (?, ?, ?)
            on conflict (workshop, source) do update set note = excluded.note
            """)
        .params(workshop.value(), source.value(), note.value())
        .update();
  }

  /** The notes it has taken over, as they are called in the run before. */
  List<NoteId> carried(WorkshopId workshop) {
    return sql.sql("select source from workshop_carried where workshop = ? order by source")
        .param(workshop.value())
        .query((row, _) -> new NoteId(row.getString(1)))
        .list();
  }

  /** Whether the note comes from the run before. */
  boolean isCarried(NoteId note) {
    return sql.sql("select exists (select from workshop_carried where note = ?)")
        .param(note.value())
        .query(Boolean.class)
        .single();
  }

  void forget(PersonId person) {
    sql.sql("update workshop_run set by = null where by = ?").param(person.value()).update();
  }
}
