package org.allmende.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The everyday words of a tenant, for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/synonyms")
class SynonymApi {

  private final Synonyms synonyms;
  private final PublicAddress address;

  SynonymApi(Synonyms synonyms, PublicAddress address) {
    this.address = address;
    this.synonyms = synonyms;
  }

  /**
   * An everyday word and the one of the office.
   *
   * @param shared whether it is one of the whole installation
   * @param off whether the tenant does without it
   */
  record SynonymBody(String id, String word, String means, boolean shared, boolean off) {}

  /** The tenant's own first, then those of the whole installation. */
  @GetMapping
  Listing<SynonymBody> list(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    Set<String> off = synonyms.off(tenant.id());
    List<Synonym> all =
        Stream.concat(synonyms.list(tenant.id()).stream(), synonyms.listEverywhere().stream())
            .toList();
    return Listing.of(
        all.stream()
            .map(synonym ->
                new SynonymBody(
                    synonym.id(),
                    synonym.word(),
                    synonym.means(),
                    synonym.tenant() == null,
                    off.contains(synonym.id())))
            .toList());
  }

  /** {@code {word, means}}; one that is there stays as it is. */
  @PostMapping
  ResponseEntity<SynonymBody> add(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    NewSynonym given = NewSynonym.read(form);
    form.orThrow();
    Synonym added = synonyms.add(tenant.id(), given.word(), given.means(), viewer);
    return Created.at(
        address.of(tenant.url("/synonyms")),
        new SynonymBody(added.id(), added.word(), added.means(), false, false));
  }

  /** Removes one of the tenant's own. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Tenant tenant, @PathVariable String id, Viewer viewer) {
    synonyms.remove(tenant.id(), id, viewer);
  }

  /** Does without one of the whole installation. */
  @PostMapping("/{id}/off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void switchOff(Tenant tenant, @PathVariable String id, Viewer viewer) {
    synonyms.switchOff(tenant.id(), id, viewer);
  }

  /** Wants one of the whole installation again. */
  @PostMapping("/{id}/on")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void switchOn(Tenant tenant, @PathVariable String id, Viewer viewer) {
    synonyms.switchOn(tenant.id(), id, viewer);
  }
}
