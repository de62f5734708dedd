package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of slides. */
@Repository
class SlideStore {

  private final JdbcClient sql;

  SlideStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those of a talk in order. */
  List<Slide> of(PhaseId talk) {
    return sql.sql("select * from workshop_slide where phase = ? order by position, id")
        .param(talk.value())
        .query(SlideStore::slide)
        .list();
  }

  Optional<Slide> find(String id) {
    return sql.sql("select * from workshop_slide where id = ?")
        .param(id)
        .query(SlideStore::slide)
        .optional();
  }

  /** Adds it at the end of the talk. */
  void add(PhaseId talk, NewSlide slide) {
    sql.sql(
            """
            insert into workshop_slide (id, phase, position, depth, words, type, sha256)
            values (:id, :phase,
              (select coalesce(max(position) + 1, 0) from workshop_slide where phase = :phase),
              :depth, :words, :type, :sha256)
            """)
        .param("id", Ids.next())
        .param("phase", talk.value())
        .param("depth", SlideDepth.BASICS.key())
        .param("words", slide.words())
        .param("type", slide.type())
        .param("sha256", slide.sha256())
        .update();
  }

  void change(Slide slide, SlideDepth depth, String words) {
    sql.sql("update workshop_slide set depth = ?, words = ? where id = ?")
        .params(depth.key(), words, slide.id())
        .update();
  }

  /** Both change places. */
  void swap(Slide one, Slide other) {
    move(one, other.position());
    move(other, one.position());
  }

  private void move(Slide slide, int position) {
    sql.sql("update workshop_slide set position = ? where id = ?")
        .params(position, slide.id())
        .update();
  }

  void delete(Slide slide) {
    sql.sql("delete from workshop_slide where id = ?").param(slide.id()).update();
  }

  private static Slide slide(ResultSet row, int number) throws SQLException {
    return new Slide(
        row.getString("id"),
        new PhaseId(row.getString("phase")),
        row.getInt("position"),
        SlideDepth.of(row.getString("depth")),
        row.getString("words"),
        row.getString("type"),
        row.getString("sha256"));
  }
}
