package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of where talks are. */
@Repository
class TalkStore {

  /**
   * Where a talk is.
   *
   * @param slide the id of the one shown, null before the first
   * @param reached the furthest place shown, -1 before the first
   * @param vote the id of the one shown in place of a slide
   */
  record Place(@Nullable String slide, int reached, @Nullable String vote) {}

  private final JdbcClient sql;
  private final Clock clock;

  TalkStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Place> of(PhaseId talk) {
    return sql.sql("select * from workshop_talk where phase = ?")
        .param(talk.value())
        .query(TalkStore::place)
        .optional();
  }

  /** Shows the slide; a vote that was shown goes. */
  void show(Slide slide) {
    sql.sql(
            """
            insert into workshop_talk (phase, slide, reached, at)
            values (:phase, :slide, :position, :now)
            on conflict (phase) do update set slide = :slide, vote = null, at = :now,
              reached = greatest(workshop_talk.reached, :position)
            """)
        .param("phase", slide.phase().value())
        .param("slide", slide.id())
        .param("position", slide.position())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Shows the vote; the slide comes back after it. */
  void show(Vote vote) {
    sql.sql(
            """
            insert into workshop_talk (phase, vote, at) values (:phase, :vote, :now)
            on conflict (phase) do update set vote = :vote, at = :now
            """)
        .param("phase", vote.phase().value())
        .param("vote", vote.id())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The slide comes back. */
  void hide(Vote vote) {
    sql.sql("update workshop_talk set vote = null where vote = ?").param(vote.id()).update();
  }

  private static Place place(ResultSet row, int number) throws SQLException {
    return new Place(row.getString("slide"), row.getInt("reached"), row.getString("vote"));
  }
}
