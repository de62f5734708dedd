package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A node that goes on by what it hears knows what one knows that reads the board anew. */
@AllmendeTest
class WakeTest {

  private static final int PATIENCE_MILLIS = 10_000;

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @Autowired LiveBoards live;
  @Autowired Acceptance acceptance;
  @Autowired Projection projection;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired JsonMapper json;

  @Test
  void whoHearsOfEachStepNeedsNoLog() throws SQLException {
    Board board =
        tests.board(
            TestBoards.collecting("need").withDots(3),
            NewPhase.collecting("more", "Mehr", "Und?", Hat.DEPARTMENT, List.of("M")));
    List<String> zones = boards.zones(board.id()).stream().map(zone -> zone.id().value()).toList();
    BoardAccess lead = tests.person("Leitung", BoardAccess.Part.LEADS);
    BoardAccess table = tests.table("Tisch 3", 4);
    LiveBoard follower = live.read(board.id());
    List<String> asked = new ArrayList<>();
    try (Connection line = database.getConnection();
        Statement listen = line.createStatement()) {
      listen.execute("listen " + LiveBoards.CHANNEL);
      PGConnection signals = line.unwrap(PGConnection.class);
      String trees = take(board, table, new Change.CreateNote("Bäume 🌳", zones.get(0), null));
      asked.addAll(hear(signals, follower));
      String wells =
          take(board, lead, new Change.CreateNote("Brunnen", zones.get(1), Hat.ADMINISTRATION));
      asked.addAll(hear(signals, follower));
      for (Change.OnNote change : changes(trees, wells, zones)) {
        take(board, lead, change);
        asked.addAll(hear(signals, follower));
      }
      boards.hide(board.id(), lead.person());
      asked.addAll(hear(signals, follower));
      take(board, lead, new Change.CreateNote("ä".repeat(500), zones.get(0), Hat.DEPARTMENT));
      asked.addAll(hear(signals, follower));
      listen.execute("unlisten *");
    }
    LiveBoard anew = live.read(board.id());
    for (BoardAccess reader : List.of(lead, table, tests.participant("Anna"))) {
      assertThat(projection.view(follower, reader)).isEqualTo(projection.view(anew, reader));
    }
    assertThat(asked)
        .containsExactly("note.comment", "note.delete", "note.restore", "note.undo", "notes.hide");
  }

  private static List<Change.OnNote> changes(String trees, String wells, List<String> zones) {
    return List.of(
        new Change.EditNote(wells, 1, "Trink\"brunnen"),
        new Change.MoveNote(trees, zones.get(1), wells),
        new Change.SetDots(trees, 3),
        new Change.SetDots(trees, 1),
        new Change.ChangeHat(wells, Hat.DEPARTMENT),
        new Change.MarkNote(trees, Effort.LOW, Risk.LEGAL),
        new Change.ParkNote(wells),
        new Change.UnparkNote(wells),
        new Change.StackNote(trees, wells),
        new Change.UnstackNote(trees),
        new Change.SetDots(trees, 0),
        new Change.ParkNote(wells),
        new Change.CommentNote(trees, "Welche?"),
        new Change.DeleteNote(wells),
        new Change.RestoreNote(wells),
        Change.Undo.LAST);
  }

  /**
   * Goes one step on with what is heard of the board.
   *
   * @return the kinds that the log had to be asked for
   */
  private List<String> hear(PGConnection signals, LiveBoard follower) throws SQLException {
    for (var signal : signals.getNotifications(PATIENCE_MILLIS)) {
      Wake wake = Wake.read(signal.getParameter());
      if (wake.board().equals(follower.id().value())) {
        return goOn(follower, wake).stream().map(Operation::kind).toList();
      }
    }
    throw new AssertionError("nothing was heard");
  }

  private List<Operation> goOn(LiveBoard follower, Wake wake) {
    if (wake.news() != null) {
      Wake.News news = json.readValue(wake.news(), Wake.News.class);
      assertThat(news.follows(follower)).isTrue();
      LiveBoards.follow(follower, news);
      return List.of();
    }
    return live.catchUp(follower);
  }

  private String take(Board board, BoardAccess by, Change.OnNote change) {
    return transaction
        .execute(status -> acceptance.accept(board.id(), by, UUID.randomUUID().toString(), change))
        .target();
  }
}
