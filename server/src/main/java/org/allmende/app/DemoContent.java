package org.allmende.app;

import org.springframework.stereotype.Component;

/** The story of the demo, from the founding of the towns to this morning. */
@Component
class DemoContent {

  private final DemoTowns towns;
  private final DemoDatasets datasets;

  DemoContent(DemoTowns towns, DemoDatasets datasets) {
    this.towns = towns;
    this.datasets = datasets;
  }

  void write() {
    towns.found();
    datasets.publishUnasked();
    towns.handOver();
  }
}
