package org.allmende.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many notes as columns, which are smaller than rows by a third once compressed.
 *
 * @param seq the number of the last operation the notes contain; none has a newer one
 * @param length how many characters of {@code ids} are one id
 * @param ids all ids in a row
 * @param columns what {@link BoardView.NoteView} says of each, by its name there, in the order of
 *     the ids; a column in which all are as in a note nobody has touched is left out
 */
record PackedNotes(
    String type, long seq, int length, String ids, Map<String, List<@Nullable Object>> columns) {

  static PackedNotes of(long seq, List<BoardView.NoteView> notes) {
    var packed =
        new PackedNotes(
            "notes",
            seq,
            notes.isEmpty() ? 0 : notes.getFirst().id().length(),
            notes.stream().map(BoardView.NoteView::id).collect(Collectors.joining()),
            new LinkedHashMap<>());
    packed.put("rank", notes, BoardView.NoteView::rank, "");
    packed.put("version", notes, BoardView.NoteView::version, 1);
    packed.put("text", notes, BoardView.NoteView::text, "");
    packed.put("zone", notes, BoardView.NoteView::zone, "");
    packed.put("hat", notes, BoardView.NoteView::hat, "");
    packed.put("dots", notes, BoardView.NoteView::dots, null);
    packed.put("on", notes, BoardView.NoteView::on, null);
    packed.put("table", notes, BoardView.NoteView::table, null);
    packed.put("group", notes, BoardView.NoteView::group, null);
    packed.put("late", notes, BoardView.NoteView::late, false);
    packed.put("effort", notes, BoardView.NoteView::effort, null);
    packed.put("risk", notes, BoardView.NoteView::risk, null);
    packed.put("parked", notes, BoardView.NoteView::parked, false);
    packed.put("comments", notes, BoardView.NoteView::comments, List.of());
    return packed;
  }

  private void put(
      String name,
      List<BoardView.NoteView> notes,
      Function<BoardView.NoteView, @Nullable Object> value,
      @Nullable Object untouched) {
    List<@Nullable Object> column = new ArrayList<>(notes.size());
    notes.forEach(note -> column.add(value.apply(note)));
    if (!column.stream().allMatch(each -> Objects.equals(each, untouched))) {
      columns.put(name, column);
    }
  }
}
