package org.allmende.workshop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.board.Board;
import org.allmende.board.BoardId;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.board.NoteId;
import org.allmende.comment.PublicText;
import org.allmende.comment.TextSource;
import org.springframework.stereotype.Component;

/**
 * Notes among released results as texts that can be reported and hidden. What became a wish or a
 * potential is moderated there, and says here what it says there.
 */
@Component
class NoteTexts implements TextSource {

  static final String KIND = "note";

  /** What the facilitator wrote for the note, beside the keys of the board. */
  private static final String WORDING = "wording";

  private final Boards boards;
  private final Workshops workshops;
  private final HarvestStore harvests;

  NoteTexts(Boards boards, Workshops workshops, HarvestStore harvests) {
    this.boards = boards;
    this.workshops = workshops;
    this.harvests = harvests;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    List<BoardNote> notes = boards.notes(ids.stream().map(NoteId::new).toList());
    if (notes.isEmpty()) {
      return Map.of();
    }
    Set<NoteId> elsewhere = harvests.withTarget(notes.stream().map(BoardNote::id).toList());
    Map<BoardId, Workshop> released =
        released(tenant, notes.stream().map(BoardNote::board).distinct().toList());
    Map<Ref, PublicText> texts = new HashMap<>();
    for (BoardNote note : notes) {
      Workshop workshop = released.get(note.board());
      if (workshop != null && !elsewhere.contains(note.id())) {
        texts.put(HarvestTargets.ref(note.id()), text(note, workshop));
      }
    }
    return texts;
  }

  private Map<BoardId, Workshop> released(TenantId tenant, List<BoardId> ids) {
    Map<BoardId, Ref> owners =
        boards.all(ids).stream().collect(Collectors.toMap(Board::id, Board::owner));
    Map<Ref, Workshop> known =
        workshops
            .all(owners.values().stream().map(owner -> new WorkshopId(owner.id())).toList())
            .stream()
            .filter(workshop -> workshop.tenant().equals(tenant) && workshop.isReleased())
            .collect(Collectors.toMap(Workshop::ref, Function.identity()));
    Map<BoardId, Workshop> released = new HashMap<>();
    owners.forEach((board, owner) -> {
      Workshop workshop = known.get(owner);
      if (workshop != null) {
        released.put(board, workshop);
      }
    });
    return released;
  }

  private static PublicText text(BoardNote note, Workshop workshop) {
    return new PublicText(
        HarvestTargets.ref(note.id()),
        workshop.tenant(),
        note.text(),
        workshop.url("/results") + "#note-" + note.id().value(),
        note.author());
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    var note = new NoteId(id);
    Map<String, String> taken = new HashMap<>(boards.takeWords(note, sentence));
    harvests
        .wording(note)
        .ifPresent(wording -> {
          taken.put(WORDING, wording);
          harvests.reword(note, sentence);
        });
    return taken;
  }

  @Override
  public void restore(String id, Map<String, String> words) {
    var note = new NoteId(id);
    boards.putBackWords(note, words);
    String wording = words.get(WORDING);
    if (wording != null) {
      harvests.reword(note, wording);
    }
  }
}
