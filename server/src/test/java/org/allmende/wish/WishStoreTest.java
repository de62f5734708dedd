package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.allmende.AllmendeTest;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AllmendeTest
class WishStoreTest {

  private final WishFixtures fixtures;
  private final Wishes wishes;
  private final WishStore store;
  private final CoHosting coHosting;

  @Autowired
  WishStoreTest(
      Tenants tenants,
      People people,
      Tokens tokens,
      Wishes wishes,
      WishStore store,
      CoHosting coHosting) {
    this.fixtures = new WishFixtures(tenants, people, tokens);
    this.wishes = wishes;
    this.store = store;
    this.coHosting = coHosting;
  }

  @Test
  void wishOfAnotherTenantStaysInvisible() {
    Tenant moers = fixtures.town("Moers");
    Tenant kleve = fixtures.town("Kleve");
    WishId id =
        wishes.state(
            moers.id(), new StatedWish(WishFixtures.need("Wo stehen Trinkbrunnen?"), null, null));

    assertThat(store.find(moers.id(), id)).isPresent();
    assertThat(store.find(kleve.id(), id)).isEmpty();
    assertThat(
            wishes
                .get(moers.id(), id, fixtures.staff(moers, "Frau Steward", Role.STEWARD))
                .need()
                .title())
        .isEqualTo("Wo stehen Trinkbrunnen?");
    assertThatThrownBy(
            () -> wishes.get(kleve.id(), id, fixtures.staff(kleve, "Herr Fremd", Role.STEWARD)))
        .isInstanceOf(Problem.class)
        .hasMessage("wish.notFound");
  }

  @Test
  void harvestIsInternalUntilReleasedAndWaitsWithoutHarvestRights() {
    Tenant lab = fixtures.town("Reallabor");
    Tenant moers = fixtures.town("Moers");
    Tenant kleve = fixtures.town("Kleve");
    coHosting.grantHarvest(moers.id(), lab.id(), Viewer.system());
    Ref workshop = WishFixtures.workshop();
    Viewer facilitator = fixtures.staff(lab, "Frau Moderation", Role.FACILITATOR);

    HarvestedNote first =
        WishFixtures.note(moers, lab, workshop, "Spielplätze: welche gehen mit Rolli?");
    WishId trusted = wishes.harvest(first, facilitator);
    wishes.addNote(
        trusted,
        WishFixtures.note(moers, lab, workshop, "Karte mit barrierefreien Spielplätzen!"),
        facilitator);
    WishId waiting =
        wishes.harvest(
            WishFixtures.note(kleve, lab, workshop, "Wege im Forstgarten?"), facilitator);

    assertThat(wishes.fromWorkshop(workshop, facilitator))
        .extracting(WishRow::id, WishRow::state, WishRow::people)
        .containsExactlyInAnyOrder(
            tuple(trusted, WishState.LISTED, 2), tuple(waiting, WishState.SUBMITTED, 1));
    assertThatThrownBy(() -> wishes.harvest(first, facilitator)).hasMessage("wish.note.harvested");
    assertThatThrownBy(() -> wishes.get(moers.id(), trusted, fixtures.citizen()))
        .hasMessage("wish.notFound");

    wishes.releaseFrom(workshop, facilitator);

    assertThat(wishes.get(moers.id(), trusted, fixtures.citizen()).dots()).isEqualTo(6);
    assertThatThrownBy(() -> wishes.get(kleve.id(), waiting, fixtures.citizen()))
        .hasMessage("wish.notFound");
  }
}
