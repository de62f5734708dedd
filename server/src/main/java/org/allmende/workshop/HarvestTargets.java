package org.allmende.workshop;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;
import org.allmende.board.NoteId;
import org.allmende.wish.PotentialRow;
import org.allmende.wish.Potentials;
import org.allmende.wish.WishRow;
import org.allmende.wish.Wishes;
import org.springframework.stereotype.Component;

/** Finds the wishes and potentials that notes became, with two questions however many there are. */
@Component
class HarvestTargets {

  /** All that came out of one workshop, by reference. */
  record Found(Map<Ref, WishRow> wishes, Map<Ref, PotentialRow> potentials) {

    boolean isEmpty() {
      return wishes.isEmpty() && potentials.isEmpty();
    }

    /** Where the thing a note became can be read; empty for the kinds that stay in the workshop. */
    String url(Harvest harvest) {
      Ref target = harvest.target();
      if (target == null) {
        return "";
      }
      WishRow wish = wishes.get(target);
      PotentialRow potential = potentials.get(target);
      return wish != null ? wish.url() : potential != null ? potential.url() : "";
    }
  }

  private final Wishes wishes;
  private final Potentials potentials;

  HarvestTargets(Wishes wishes, Potentials potentials) {
    this.wishes = wishes;
    this.potentials = potentials;
  }

  /** The words of harvested notes, without those that were hidden since. */
  Map<Ref, String> slips(Collection<NoteId> notes) {
    return wishes.slips(notes.stream().map(HarvestTargets::ref).toList());
  }

  static Ref ref(NoteId note) {
    return new Ref(NoteTexts.KIND, note.value());
  }

  Found of(Workshop workshop, Viewer viewer) {
    Map<Ref, WishRow> wishRows = new LinkedHashMap<>();
    wishes.fromWorkshop(workshop.ref(), viewer).forEach(row -> wishRows.put(row.id().ref(), row));
    Map<Ref, PotentialRow> potentialRows = new LinkedHashMap<>();
    potentials.fromWorkshop(workshop.ref()).forEach(row -> potentialRows.put(row.id().ref(), row));
    return new Found(wishRows, potentialRows);
  }
}
