package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.job.Jobs;
import org.allmende.base.job.RecurringJob;
import org.allmende.base.job.RecurringJobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.notify.Subscriptions;
import org.allmende.notify.Tempo;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.CoHosting;
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
  @Autowired CoHosting coHosting;
  @Autowired Wishes wishes;
  @Autowired WishNews news;
  @Autowired List<RecurringJob> recurring;
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

  @Test
  void tellsSubscribersWhatAWorkshopBroughtOnceItIsReleased() {
    Tenant lab = fixtures.town("Reallabor");
    Tenant town = fixtures.town("Moers");
    coHosting.grantHarvest(town.id(), lab.id(), Viewer.system());
    Ref all = new Ref("tenant", town.slug());
    Ref topic = new Ref("topic", "baumkataster");
    String atOnce = subscriber(town, all);
    String both = subscriber(town, all);
    subscribe(both, town, topic, Tempo.AT_ONCE);
    String ofTopic = subscriber(town, topic);
    String daily = mail();
    subscribe(daily, town, all, Tempo.DAILY);
    String author = subscriber(town, all);
    Ref workshop = WishFixtures.workshop();
    Viewer facilitator = fixtures.staff(lab, "Frau Moderation", Role.FACILITATOR);

    WishId wish = wishes.harvest(note(town, lab, workshop, author), facilitator);
    wishes.harvest(
        WishFixtures.note(fixtures.town("Kleve"), lab, workshop, "Wege im Forst?"), facilitator);
    settle();
    assertThat(subjects(atOnce)).isEmpty();

    wishes.releaseFrom(workshop, facilitator);
    wishes.releaseFrom(workshop, facilitator);
    settle();
    news.released(new WishReleased(town.id(), wish));

    String told = "Neuer Wunsch: Wie alt sind die Bäume?";
    assertThat(subjects(atOnce)).containsExactly(told);
    assertThat(subjects(both)).containsExactly(told);
    assertThat(subjects(ofTopic)).containsExactly(told);
    // Whoever wrote the note hears of it with the results.
    assertThat(subjects(author)).isEmpty();
    assertThat(subjects(daily)).isEmpty();
    ShiftedClock.at(
        Instant.now().plus(Duration.ofDays(1)),
        () -> RecurringJobs.run(recurring, "notify.digest"));
    assertThat(mails.to(daily))
        .singleElement()
        .extracting(MailBox.Letter::text)
        .asString()
        .containsOnlyOnce(told);
  }

  private HarvestedNote note(Tenant town, Tenant lab, Ref workshop, String author) {
    HarvestedNote note = WishFixtures.note(town, lab, workshop, "Wie alt sind die Bäume?");
    return new HarvestedNote(
        note.tenant(),
        note.host(),
        note.workshop(),
        note.note(),
        note.slip(),
        note.text(),
        "baumkataster",
        note.hat(),
        addresses.confirmed(author, Locale.GERMAN),
        note.pseudonym(),
        note.phase(),
        note.dots(),
        note.writtenAt());
  }

  @Test
  void tellsSubscribersOfATopicThatIsSetAfterListing() {
    Tenant town = fixtures.town("Moers");
    Ref topic = new Ref("topic", "baumkataster");
    Ref other = new Ref("topic", "abfallkalender");
    String ofTown = subscriber(town, new Ref("tenant", town.slug()));
    String ofTopic = subscriber(town, topic);
    String ofOther = subscriber(town, other);
    String both = subscriber(town, topic);
    subscribe(both, town, new Ref("tenant", town.slug()), Tempo.AT_ONCE);
    Caller steward =
        Caller.at(port).with(fixtures.token(fixtures.staff(town, "Frau Steward", Role.STEWARD)));
    String first = "Neuer Wunsch: Wie alt sind die Bäume?";
    String second = "Neuer Wunsch: Welche Linden sind krank?";

    String listed = stated(town, "Wie alt sind die Bäume?");
    steward.post(listed + "/listing", "{}");
    settle();
    assertThat(subjects(ofTopic)).isEmpty();
    String late = subscriber(town, new Ref("tenant", town.slug()));
    for (Ref chosen : List.of(topic, other, topic)) {
      assertThat(
              steward.put(listed + "/topic", "{\"topic\": \"%s\"}".formatted(chosen.id())).status())
          .isEqualTo(200);
      settle();
    }
    String waiting = stated(town, "Welche Linden sind krank?");
    steward.put(waiting + "/topic", "{\"topic\": \"baumkataster\"}");
    settle();
    assertThat(subjects(ofTopic)).containsExactly(first);
    steward.post(waiting + "/listing", "{}");
    settle();

    assertThat(subjects(ofTopic)).containsExactlyInAnyOrder(first, second);
    assertThat(subjects(both)).containsExactlyInAnyOrder(first, second);
    assertThat(subjects(ofTown)).containsExactlyInAnyOrder(first, second);
    assertThat(subjects(ofOther)).containsExactly(first);
    // To whom the town as a whole is known only since, the older wish is no news.
    assertThat(subjects(late)).containsExactly(second);
  }

  @Test
  void asksNobodyAboutAWishThatIsDecided() {
    Tenant town = fixtures.town("Moers");
    String ofTopic = subscriber(town, new Ref("topic", "baumkataster"));
    Caller steward =
        Caller.at(port).with(fixtures.token(fixtures.staff(town, "Frau Steward", Role.STEWARD)));
    String refused = stated(town, "Wie alt sind die Bäume?");
    steward.post(refused + "/listing", "{}");
    steward.post(refused + "/refusals", "{\"code\": \"not-collected\", \"reason\": \"Nein.\"}");
    steward.put(refused + "/topic", "{\"topic\": \"baumkataster\"}");
    settle();
    assertThat(subjects(ofTopic)).isEmpty();
  }

  /** The address of a new wish in the API. */
  private String stated(Tenant town, String need) {
    String api = town.url("/api/v1/wishes");
    String wish =
        Caller.at(port)
            .post(api, "{\"need\": \"%s\", \"hat\": \"private\"}".formatted(need))
            .text("id");
    return api + "/" + wish;
  }

  private String subscriber(Tenant town, Ref subject) {
    String mail = mail();
    subscribe(mail, town, subject, Tempo.AT_ONCE);
    return mail;
  }

  private static String mail() {
    return Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
  }

  private void subscribe(String mail, Tenant town, Ref subject, Tempo tempo) {
    subscriptions.subscribe(town.id(), subject, tempo, addresses.confirmed(mail, Locale.GERMAN));
  }

  private void settle() {
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
  }

  private List<String> subjects(String mail) {
    return mails.to(mail).stream().map(MailBox.Letter::subject).toList();
  }
}
