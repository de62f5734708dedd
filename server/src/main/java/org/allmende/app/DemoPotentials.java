package org.allmende.app;

import java.util.HashMap;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.wish.Potential.Offer;
import org.allmende.wish.PotentialId;
import org.allmende.wish.Potentials;
import org.allmende.wish.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the departments of the demo could open. */
@Component
class DemoPotentials {

  private static final int DESCRIBED = 236;

  /**
   * A potential as {@code potentials.json} describes it.
   *
   * @param ago when it was offered; null for one that was harvested from the workshop
   */
  private record Described(
      String key, String town, @Nullable Integer ago, String by, String department, Offer offer) {

    TenantId tenant() {
      return new TenantId(town);
    }
  }

  private final DemoPast past;
  private final DemoTowns towns;
  private final DemoFiles files;
  private final DemoWorkshop workshop;
  private final Potentials potentials;
  private final Map<String, PotentialId> known = new HashMap<>();

  DemoPotentials(
      DemoPast past,
      DemoTowns towns,
      DemoFiles files,
      DemoWorkshop workshop,
      Potentials potentials) {
    this.past = past;
    this.towns = towns;
    this.files = files;
    this.workshop = workshop;
    this.potentials = potentials;
  }

  void offer() {
    for (Described one : files.list("potentials.json", Described[].class)) {
      known.put(one.key(), one.ago() == null ? describe(one) : offer(one, one.ago()));
    }
  }

  private PotentialId offer(Described one, int ago) {
    return new PotentialId(
        past.once(
            "potential:" + one.key(),
            past.daysAgo(ago),
            () ->
                potentials
                    .offer(one.tenant(), completed(one), Visibility.PUBLIC, null, officer(one))
                    .value()));
  }

  /** Fills in what the note did not say. */
  private PotentialId describe(Described one) {
    var id = new PotentialId(workshop.harvested(one.key()).id());
    past.does(
        "potential:" + one.key(),
        past.daysAgo(DESCRIBED),
        () -> potentials.describe(one.tenant(), id, completed(one), officer(one)));
    return id;
  }

  private Viewer officer(Described one) {
    return towns.viewer(one.by());
  }

  private Offer completed(Described one) {
    return one.offer().by(towns.department(one.tenant(), one.department()).id());
  }

  PotentialId get(String key) {
    PotentialId id = known.get(key);
    if (id == null) {
      throw new IllegalArgumentException("potentials.json knows no " + key);
    }
    return id;
  }
}
