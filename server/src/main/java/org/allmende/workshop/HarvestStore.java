package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what notes became. */
@Repository
class HarvestStore {

  private final JdbcClient sql;

  HarvestStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes what a note became; false if it became something before. */
  boolean insert(Harvest harvest, @Nullable PersonId by) {
    return sql.sql(
                """
                insert into workshop_harvest
                  (note, workshop, kind, text, topic, tenant, target, merged_into, at, by)
                values (:note, :workshop, :kind, :text, :topic, :tenant, :target, :mergedInto, :at, :by)
                on conflict (note) do nothing
                """)
            .param("note", harvest.note().value())
            .param("workshop", harvest.workshop().value())
            .param("kind", harvest.kind().key())
            .param("text", harvest.text())
            .param("topic", harvest.topic())
            .param("tenant", harvest.tenant().slug())
            .param("target", harvest.target() == null ? null : harvest.target().toString())
            .param("mergedInto", harvest.mergedInto() == null ? null : harvest.mergedInto().value())
            .param("at", Timestamp.from(harvest.at()))
            .param("by", by == null ? null : by.value())
            .update()
        == 1;
  }

  /** What the notes of a workshop became, by note, in the order of harvesting. */
  Map<NoteId, Harvest> of(WorkshopId workshop) {
    Map<NoteId, Harvest> harvests = new LinkedHashMap<>();
    sql.sql("select * from workshop_harvest where workshop = ? order by at, note")
        .param(workshop.value())
        .query(HarvestStore::harvest)
        .list()
        .forEach(harvest -> harvests.put(harvest.note(), harvest));
    return harvests;
  }

  /** Those of the notes that became a wish or a potential, where their words are moderated. */
  Set<NoteId> withTarget(Collection<NoteId> notes) {
    return Set.copyOf(
        sql.sql("select note from workshop_harvest where note = any (?) and target is not null")
            .param(notes.stream().map(NoteId::value).toArray(String[]::new))
            .query((row, number) -> new NoteId(row.getString(1)))
            .list());
  }

  /** What the facilitator wrote for a note; empty if it did not become anything. */
  Optional<String> wording(NoteId note) {
    return sql.sql("select text from workshop_harvest where note = ? for update")
        .param(note.value())
        .query(String.class)
        .optional();
  }

  void reword(NoteId note, String text) {
    sql.sql("update workshop_harvest set text = ? where note = ?")
        .params(text, note.value())
        .update();
  }

  private static Harvest harvest(ResultSet row, int number) throws SQLException {
    String target = row.getString("target");
    String merged = row.getString("merged_into");
    return new Harvest(
        new NoteId(row.getString("note")),
        new WorkshopId(row.getString("workshop")),
        HarvestKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("text"),
        row.getString("topic"),
        new TenantId(row.getString("tenant")),
        target == null ? null : Ref.parse(target),
        merged == null ? null : new NoteId(merged),
        row.getTimestamp("at").toInstant());
  }
}
