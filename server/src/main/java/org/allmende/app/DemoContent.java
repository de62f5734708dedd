package org.allmende.app;

import org.allmende.plan.Reminders;
import org.springframework.stereotype.Component;

/** The story of the demo, from the founding of the towns to this morning. */
@Component
class DemoContent {

  private static final int REMINDED = 20;

  private final DemoPast past;
  private final DemoTowns towns;
  private final DemoWorkshop workshop;
  private final DemoPotentials potentials;
  private final DemoDatasets datasets;
  private final DemoWishes wishes;
  private final Reminders reminders;

  DemoContent(
      DemoPast past,
      DemoTowns towns,
      DemoWorkshop workshop,
      DemoPotentials potentials,
      DemoDatasets datasets,
      DemoWishes wishes,
      Reminders reminders) {
    this.past = past;
    this.towns = towns;
    this.workshop = workshop;
    this.potentials = potentials;
    this.datasets = datasets;
    this.wishes = wishes;
    this.reminders = reminders;
  }

  void write() {
    towns.found();
    workshop.hold();
    potentials.offer();
    datasets.publishUnasked();
    wishes.tell();
    datasets.reportUses();
    remind();
    workshop.announce();
    towns.handOver();
  }

  /** The reminders of the last weeks, on the mornings on which they were due. */
  private void remind() {
    for (int ago = REMINDED; ago >= 0; ago--) {
      past.does("remind:" + ago, past.daysAgo(ago), reminders::run);
    }
  }
}
