package org.allmende.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.Ref;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the notes that wishes and potentials began with. */
@Repository
class NoteStore {

  private final JdbcClient sql;

  NoteStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Ties the note; false if it was harvested before. */
  boolean add(Ref owner, Slip slip) {
    return sql.sql(
                """
                insert into wish_note (note, wish, potential, slip, hat, author, pseudonym, phase, dots, written_at)
                values (:note, :wish, :potential, :slip, :hat, :author, :pseudonym, :phase, :dots, :at)
                on conflict (note) do nothing
                """)
            .param("note", slip.note().toString())
            .param("wish", owner.kind().equals("wish") ? owner.id() : null)
            .param("potential", owner.kind().equals("potential") ? owner.id() : null)
            .param("slip", slip.text())
            .param("hat", slip.hat().key())
            .param("author", slip.author() == null ? null : slip.author().value())
            .param("pseudonym", slip.pseudonym())
            .param("phase", slip.phase())
            .param("dots", slip.dots())
            .param("at", slip.writtenAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Map<WishId, List<Slip>> ofWishes(Collection<WishId> wishes) {
    if (wishes.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select * from wish_note where wish in (:wishes) order by written_at, note")
        .param("wishes", wishes.stream().map(WishId::value).toList())
        .query((row, number) -> Map.entry(new WishId(row.getString("wish")), slip(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** What the notes say in the wishes and potentials they became. */
  @AcrossTenants("asked for by notes the caller may read")
  Map<Ref, String> slips(Collection<Ref> notes) {
    return sql
        .sql("select note, slip from wish_note where note = any (?)")
        .param(notes.stream().map(Ref::toString).toArray(String[]::new))
        .query((row, number) -> Map.entry(Ref.parse(row.getString(1)), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<Slip> ofPotential(PotentialId potential) {
    return sql.sql("select * from wish_note where potential = ? order by written_at, note")
        .param(potential.value())
        .query((row, number) -> slip(row))
        .list();
  }

  void moveAll(WishId from, WishId to) {
    sql.sql("update wish_note set wish = ? where wish = ?")
        .params(to.value(), from.value())
        .update();
  }

  private static Slip slip(ResultSet row) throws SQLException {
    return new Slip(
        Ref.parse(row.getString("note")),
        row.getString("slip"),
        Hat.of(row.getString("hat")),
        WishStore.person(row, "author"),
        row.getString("pseudonym"),
        row.getString("phase"),
        row.getInt("dots"),
        WishStore.instant(row, "written_at"));
  }
}
