package org.allmende.workshop;

import org.allmende.base.id.Ref;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.NoteId;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Harvest and release for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}")
class HarvestApi {

  /** What a note became; the id is that of the wish or potential, else that of the note. */
  record Harvested(String id, String url) {}

  record Released(String id, String url, boolean released) {}

  private final Workshops workshops;
  private final Harvesting harvesting;
  private final HarvestTargets targets;
  private final Topics topics;
  private final Tenants tenants;
  private final PublicAddress address;

  HarvestApi(
      Workshops workshops,
      Harvesting harvesting,
      HarvestTargets targets,
      Topics topics,
      Tenants tenants,
      PublicAddress address) {
    this.address = address;
    this.workshops = workshops;
    this.harvesting = harvesting;
    this.targets = targets;
    this.topics = topics;
    this.tenants = tenants;
  }

  @PostMapping("/notes/{note}/harvest")
  ResponseEntity<Harvested> harvest(
      Tenant tenant, @PathVariable String id, @PathVariable String note, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Verdict verdict = HarvestForm.of(form, topics, tenants);
    form.orThrow();
    Harvest harvest =
        harvesting.harvest(workshop, new NoteId(note), verdict, form.submission(), viewer);
    String known = targets.of(workshop, viewer).url(harvest);
    String url = address.whole(known.isEmpty() ? workshop.url("/results") : known);
    Ref target = harvest.target();
    return Created.at(url, new Harvested(target == null ? note : target.id(), url));
  }

  @PostMapping("/release")
  Released release(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    harvesting.release(workshop, form.submission(), viewer);
    return new Released(workshop.id().value(), address.of(workshop.url("/results")), true);
  }
}
