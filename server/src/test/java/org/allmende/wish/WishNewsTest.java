package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.notify.Subscriptions;
import org.allmende.notify.Tempo;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Department;
import org.allmende.tenant.Place;
import org.allmende.tenant.Places;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What subscribers hear of wishes, and that nobody hears it twice. */
@AllmendeTest
class WishNewsTest {

  private final WishFixtures fixtures;
  @Autowired Places places;
  @Autowired Subscriptions subscriptions;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @LocalServerPort private int port;

  @Autowired
  WishNewsTest(Tenants tenants, People people, Tokens tokens) {
    this.fixtures = new WishFixtures(tenants, people, tokens);
  }

  @Test
  void tellsSubscribersOfPublicWishesAndPromises() {
    Tenant town = fixtures.town("Moers");
    Department green = fixtures.department(town, "Fachbereich Grünflächen");
    String ofTown = subscriber(town, new Ref("tenant", town.slug()));
    String ofTopic = subscriber(town, new Ref("topic", "baumkataster"));
    String ofDepartment = subscriber(town, new Ref("department", green.id()));
    String wisher = subscriber(town, new Ref("tenant", town.slug()));
    Caller steward =
        Caller.at(port).with(fixtures.token(fixtures.staff(town, "Frau Steward", Role.STEWARD)));
    String api = town.url("/api/v1/wishes");

    String wish =
        Caller.at(port)
            .post(
                api,
                "{\"need\": \"Wie alt sind die Bäume?\", \"hat\": \"private\", \"contact\": \"%s\"}"
                    .formatted(wisher))
            .json()
            .get("id")
            .asString();
    settle();
    // Not before everybody may read it.
    assertThat(subjects(ofTown)).isEmpty();
    steward.post(api + "/" + wish + "/listing", "{}");
    settle();
    assertThat(subjects(ofTown)).containsExactly("Neuer Wunsch: Wie alt sind die Bäume?");
    assertThat(
            steward
                .post(
                    api + "/" + wish + "/commitments",
                    "{\"department\": \"Fachbereich Grünflächen\", \"owner\": \"Baumamt\", \"dueOn\": \"2099-12-15\"}")
                .status())
        .isEqualTo(201);
    settle();

    String promised = "Zugesagt bis 15. Dezember 2099: Wie alt sind die Bäume?";
    assertThat(subjects(ofDepartment)).containsExactly(promised);
    assertThat(subjects(ofTown)).hasSize(2).contains(promised);
    assertThat(subjects(ofTopic)).isEmpty();
    // Follower and subscriber in one: one mail a step, the follower's.
    assertThat(subjects(wisher))
        .containsExactlyInAnyOrder("Ihr Wunsch steht auf der Liste", promised);
    assertThat(mails.to(wisher).getFirst().text()).contains("weil Sie wissen wollten");
  }

  @Test
  void tellsSubscribersOfAPlaceWhatNamesIt() {
    Tenant town = fixtures.town("Moers");
    places.rename(town.id(), List.of("Asberg", "Repelen", "Alt Kamp"), Viewer.system());
    Place asberg = places.namedIn(town.id(), "in Asberg").getFirst();
    String neighbour = subscriber(town, new Ref(Place.KIND, asberg.id()));
    Caller steward =
        Caller.at(port).with(fixtures.token(fixtures.staff(town, "Frau Steward", Role.STEWARD)));

    for (String need :
        List.of(
            "Wann fährt der Bus nach Asberg?",
            "Wie laut ist es an der ASBERGER Straße?",
            "Wo parkt man in Asbergen?",
            "Wo parkt man in Repelen?")) {
      String wish =
          Caller.at(port)
              .post(
                  town.url("/api/v1/wishes"),
                  "{\"need\": \"%s\", \"hat\": \"private\"}".formatted(need))
              .json()
              .get("id")
              .asString();
      steward.post(town.url("/api/v1/wishes/" + wish + "/listing"), "{}");
    }
    settle();

    assertThat(subjects(neighbour))
        .containsExactlyInAnyOrder(
            "Neuer Wunsch: Wann fährt der Bus nach Asberg?",
            "Neuer Wunsch: Wie laut ist es an der ASBERGER Straße?");
    assertThat(places.namedIn(town.id(), "Alt  Kamp liegt links"))
        .extracting(Place::name)
        .containsExactly("Alt Kamp");

    places.rename(town.id(), List.of("Repelen"), Viewer.system());
    assertThat(places.namedIn(town.id(), "in Asberg und Repelen"))
        .extracting(Place::name)
        .containsExactly("Repelen");
    places.rename(town.id(), List.of("Asberg"), Viewer.system());
    assertThat(places.of(town.id())).containsExactly(asberg);
  }

  private String subscriber(Tenant town, Ref subject) {
    String mail = Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
    subscriptions.subscribe(
        town.id(), subject, Tempo.AT_ONCE, addresses.confirmed(mail, Locale.GERMAN));
    return mail;
  }

  private void settle() {
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
  }

  private List<String> subjects(String mail) {
    return mails.to(mail).stream().map(MailBox.Letter::subject).toList();
  }
}
