package org.allmende.registration;

import static org.allmende.registration.RegistrationState.CANCELED;
import static org.allmende.registration.RegistrationState.CONFIRMED;
import static org.allmende.registration.RegistrationState.LAPSED;
import static org.allmende.registration.RegistrationState.OFFERED;
import static org.allmende.registration.RegistrationState.WAITLISTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.base.id.PersonId;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the waiting list, one by one. */
@AllmendeTest
class RegistrationsTest {

  private static final Instant EARLY = Hall.EARLY;
  private static final Instant LAST_DAY = Hall.STARTS.minus(Duration.ofHours(20));
  private static final Viewer ORGANISER = Viewer.system();
  private static final Pattern CONFIRM = Pattern.compile("/confirm/([^.\\s]+)\\.(\\S+)");

  @Autowired Tenants tenants;
  @Autowired Registrations registrations;
  @Autowired RegistrationPersonalData personalData;
  @Autowired SeatPlan seatPlan;
  @Autowired Promotion promotion;
  @Autowired Reminders reminders;
  @Autowired Forgetting forgetting;
  @Autowired ChangeStore changes;
  @Autowired Addresses addresses;
  @Autowired People people;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;

  private Hall hall(int seats) {
    return new Hall(tenants, registrations, addresses, seats);
  }

  private static Instant minutes(int after) {
    return EARLY.plus(Duration.ofMinutes(after));
  }

  @Test
  void givesAFreedSeatToWhoWaitsLongestInTheSameBreath() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration ben = hall.come(minutes(1), "Ben", 1);
    Registration cem = hall.come(minutes(2), "Cem", 1);
    assertThat(List.of(anna.state(), ben.state(), cem.state()))
        .containsExactly(CONFIRMED, WAITLISTED, WAITLISTED);
    assertThat(registrations.place(cem)).contains(2);

    ShiftedClock.at(minutes(10), () -> registrations.leave(anna.id()));

    assertThat(hall.now(ben).state()).isEqualTo(OFFERED);
    assertThat(hall.now(ben).offeredUntil()).isEqualTo(Instant.parse("2031-03-06T15:10:00Z"));
    assertThat(registrations.place(cem)).contains(1);
    assertThat(hall.seats()).isEqualTo(new Seats(1, 0, 1, 1, 1));
    Registration accepted = ShiftedClock.at(minutes(20), () -> registrations.accept(ben.id(), 1));
    assertThat(accepted.state()).isEqualTo(CONFIRMED);
  }

  @Test
  void sweepsOffersNobodyAnswered() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration ben = hall.come(minutes(1), "Ben", 1);
    Registration cem = hall.come(minutes(2), "Cem", 1);
    ShiftedClock.at(minutes(10), () -> registrations.leave(anna.id()));
    Instant late = EARLY.plus(Duration.ofDays(5));

    assertThatThrownBy(() -> ShiftedClock.at(late, () -> registrations.accept(ben.id(), 1)))
        .hasMessage("registration.offer.over");
    ShiftedClock.at(late, promotion::sweep);

    assertThat(hall.now(ben).state()).isEqualTo(LAPSED);
    assertThat(hall.now(cem).state()).isEqualTo(OFFERED);
    // Coming back means the end of the list, however early one registered first.
    Registration dora = hall.come(late.plusSeconds(1), "Dora", 1);
    Registration back =
        ShiftedClock.at(late.plusSeconds(2), () -> registrations.comeBack(ben.id()));
    assertThat(registrations.place(dora)).contains(1);
    assertThat(registrations.place(back)).contains(2);
  }

  @Test
  void returnsTheSeatAtOnceAndNeverArmsAnOfferTwice() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration ben = hall.come(minutes(1), "Ben", 1);
    Registration cem = hall.come(minutes(2), "Cem", 1);
    ShiftedClock.at(
        minutes(10),
        () -> {
          registrations.leave(anna.id());
          registrations.accept(ben.id(), 1);
          registrations.leave(ben.id());
        });

    assertThat(hall.now(ben).state()).isEqualTo(CANCELED);
    assertThat(hall.now(cem).state()).isEqualTo(OFFERED);
    assertThatThrownBy(() -> ShiftedClock.at(minutes(11), () -> registrations.accept(ben.id(), 1)))
        .hasMessage("registration.offer.none");
    assertThat(hall.seats()).isEqualTo(new Seats(1, 0, 1, 0, 2));
  }

  @Test
  void seatsGroupsWholeOrNotAtAll() {
    Hall hall = hall(4);
    Registration two = hall.come(EARLY, "Zwei", 2);
    hall.come(minutes(1), "Noch zwei", 2);
    Registration family = hall.come(minutes(2), "Familie", 4);
    Registration single = hall.come(minutes(3), "Allein", 1);

    ShiftedClock.at(minutes(10), () -> registrations.leave(two.id()));

    assertThat(hall.now(family).state()).isEqualTo(WAITLISTED);
    assertThat(registrations.place(family)).contains(1);
    assertThat(hall.now(single).state()).isEqualTo(OFFERED);
    assertThat(seatPlan.changes(hall.about, ORGANISER))
        .filteredOn(change -> family.id().equals(change.registration()))
        .extracting(Change::kind, Change::people, Change::free)
        .contains(org.assertj.core.groups.Tuple.tuple(ChangeKind.TOO_LARGE, 4, 2));
    // Coming with fewer is their own choice, and keeps their place.
    Registration fewer =
        ShiftedClock.at(minutes(20), () -> registrations.takeFewer(family.id(), 1));
    assertThat(fewer.state()).isEqualTo(OFFERED);
    assertThat(hall.seats()).isEqualTo(new Seats(4, 2, 2, 0, 2));
  }

  @Test
  void letsAGroupTakeFewerOfTheSeatsOffered() {
    Hall hall = hall(3);
    Registration three = hall.come(EARLY, "Drei", 3);
    Registration family = hall.come(minutes(1), "Familie", 3);
    Registration single = hall.come(minutes(2), "Allein", 1);
    ShiftedClock.at(minutes(10), () -> registrations.leave(three.id()));
    assertThat(hall.now(family).state()).isEqualTo(OFFERED);

    ShiftedClock.at(minutes(11), () -> registrations.accept(family.id(), 2));

    assertThat(hall.now(family).people()).isEqualTo(2);
    assertThat(hall.now(single).state()).isEqualTo(OFFERED);
    assertThatThrownBy(() -> registrations.takeFewer(family.id(), 3))
        .hasMessage("registration.people.onlyFewer");
  }

  @Test
  void asksSeveralOnTheLastDayAndTakesTheFirst() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    List<Registration> waiting = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      waiting.add(hall.come(minutes(1 + i), "Gast " + i, 1));
    }
    ShiftedClock.at(LAST_DAY, () -> registrations.leave(anna.id()));

    assertThat(waiting)
        .extracting(one -> hall.now(one).isCalled())
        .containsExactly(true, true, true, true, true, false, false);
    assertThat(hall.seats()).isEqualTo(new Seats(1, 0, 0, 7, 1));
    Registration third =
        ShiftedClock.at(
            LAST_DAY.plusSeconds(60), () -> registrations.accept(waiting.get(2).id(), 1));
    assertThat(third.state()).isEqualTo(CONFIRMED);
    assertThatThrownBy(() ->
            ShiftedClock.at(
                LAST_DAY.plusSeconds(61), () -> registrations.accept(waiting.get(0).id(), 1)))
        .hasMessage("registration.offer.none");
    assertThat(registrations.place(waiting.get(0))).contains(1);
    assertThat(hall.seats()).isEqualTo(new Seats(1, 1, 0, 6, 1));
  }

  @Test
  void throwsNobodyOutWhenTheHallGetsSmaller() {
    Hall hall = hall(3);
    Registration anna = hall.come(EARLY, "Anna", 1);
    hall.come(EARLY, "Ben", 1);
    hall.come(EARLY, "Cem", 1);
    Registration dora = hall.come(minutes(1), "Dora", 1);

    ShiftedClock.at(minutes(2), () -> seatPlan.resize(hall.about, 1, ORGANISER));
    assertThat(hall.seats()).isEqualTo(new Seats(1, 3, 0, 1, 0));
    ShiftedClock.at(minutes(3), () -> registrations.leave(anna.id()));
    assertThat(hall.now(dora).state()).isEqualTo(WAITLISTED);

    ShiftedClock.at(minutes(4), () -> seatPlan.resize(hall.about, 3, ORGANISER));
    assertThat(hall.now(dora).state()).isEqualTo(OFFERED);
  }

  @Test
  void offersNothingAfterTheEndOfRegistration() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration ben = hall.come(minutes(1), "Ben", 1);
    Instant closed = Hall.STARTS.minus(Duration.ofMinutes(30));
    ShiftedClock.at(closed, () -> registrations.leave(anna.id()));
    ShiftedClock.at(closed.plusSeconds(5), promotion::sweep);

    assertThat(hall.now(ben).state()).isEqualTo(WAITLISTED);
    assertThat(ShiftedClock.at(closed, () -> promotion.explain(offering(hall))))
        .extracting(Allotment.Decision::verdict)
        .containsExactly(Verdict.CLOSED);
    assertThatThrownBy(() -> hall.come(closed, "Spät", 1)).hasMessage("registration.closed");
    assertThatThrownBy(() -> hall.come(EARLY.minus(Duration.ofDays(3)), "Früh", 1))
        .hasMessage("registration.notYetOpen");
  }

  private Offering offering(Hall hall) {
    return registrations.offering(hall.about).orElseThrow();
  }

  @Test
  void letsSomebodyGoFirstForAReasonThatIsWrittenDown() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration ben = hall.come(minutes(1), "Ben", 1);
    Registration cem = hall.come(minutes(2), "Cem", 1);

    ShiftedClock.at(
        minutes(3), () -> seatPlan.prioritise(cem.id(), "Dolmetscht in Gebärden", ORGANISER));
    ShiftedClock.at(minutes(4), () -> registrations.leave(anna.id()));

    assertThat(hall.now(cem).state()).isEqualTo(OFFERED);
    assertThat(hall.now(ben).state()).isEqualTo(WAITLISTED);
    assertThat(seatPlan.changes(hall.about, ORGANISER))
        .filteredOn(change -> change.kind() == ChangeKind.PRIORITY)
        .extracting(Change::reason)
        .containsExactly("Dolmetscht in Gebärden");
  }

  @Test
  void passesOverWhoCannotBeToldAndSaysSo() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    String mail = Hall.mail("neu");
    Registration fresh = ShiftedClock.at(minutes(1), () -> hall.comeFirst("Neu", mail, 1));
    Registration cem = hall.come(minutes(2), "Cem", 1);
    assertThat(fresh.confirmBy()).isEqualTo(Instant.parse("2031-03-06T15:01:00Z"));
    ShiftedClock.at(minutes(3), () -> registrations.leave(anna.id()));

    assertThat(hall.now(fresh).state()).isEqualTo(WAITLISTED);
    assertThat(hall.now(cem).state()).isEqualTo(OFFERED);
    ShiftedClock.at(minutes(4), () -> confirm(mail));
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(hall.now(fresh).confirmBy()).isNull();
    ShiftedClock.at(minutes(9), () -> registrations.decline(cem.id()));
    assertThat(hall.now(fresh).state()).isEqualTo(OFFERED);
    assertThat(mails.to(mail))
        .extracting(MailBox.Letter::subject)
        .contains("Warteliste, Platz 1: Bürgerabend", "Ein Platz ist frei: Bürgerabend");
  }

  private void confirm(String mail) {
    Matcher link =
        CONFIRM.matcher(
            mails.to(mail).stream().map(MailBox.Letter::text).reduce("", String::concat));
    assertThat(link.find()).isTrue();
    assertThat(addresses.confirm(new PersonId(link.group(1)), link.group(2))).isTrue();
  }

  @Test
  void letsTheSeatsOfUnconfirmedAddressesGo() {
    Hall hall = hall(1);
    String mail = Hall.mail("erfunden");
    Registration made = ShiftedClock.at(EARLY, () -> hall.comeFirst("Erfunden", mail, 1));
    Registration ben = hall.come(minutes(1), "Ben", 1);
    assertThat(made.state()).isEqualTo(CONFIRMED);

    ShiftedClock.at(EARLY.plus(Duration.ofDays(4)), promotion::sweep);

    assertThat(hall.now(made).state()).isEqualTo(LAPSED);
    assertThat(hall.now(ben).state()).isEqualTo(OFFERED);
    // Confirmed too late, it is told what is true then, and not that there was a seat once.
    ShiftedClock.at(EARLY.plus(Duration.ofDays(5)), () -> confirm(mail));
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(mails.to(mail))
        .extracting(MailBox.Letter::subject)
        .contains("Ihre Anmeldung ist verfallen: Bürgerabend")
        .doesNotContain("Sie sind angemeldet: Bürgerabend");
  }

  @Test
  void writesWithLinksToAnswerAndNoneToUnsubscribe() {
    Hall hall = hall(1);
    String mail = Hall.mail("brief");
    ShiftedClock.at(EARLY, () -> addresses.confirmed(mail, Locale.GERMAN));
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration brief = ShiftedClock.at(minutes(1), () -> hall.comeFirst("Brief", mail, 1));
    ShiftedClock.at(minutes(2), () -> registrations.leave(anna.id()));

    MailBox.Letter offer = mails.to(mail).getFirst();
    assertThat(offer.subject()).isEqualTo("Ein Platz ist frei: Bürgerabend");
    assertThat(offer.text())
        .contains("bis Donnerstag, 6. März 2031, 16:02 Uhr")
        .contains("/" + hall.town.slug() + "/registrations/own/" + brief.id() + ".")
        .contains("#accept", "#leave")
        .doesNotContain("/unsubscribe/");
  }

  @Test
  void remindsAWeekAndADayBeforeAndOnlyOnce() {
    Hall hall = hall(2);
    String mail = Hall.mail("erinnert");
    ShiftedClock.at(EARLY, () -> addresses.confirmed(mail, Locale.GERMAN));
    ShiftedClock.at(EARLY, () -> hall.comeFirst("Erinnert", mail, 1));
    for (int days : List.of(8, 7, 6, 1, 1)) {
      ShiftedClock.at(Hall.STARTS.minus(Duration.ofDays(days)), reminders::run);
    }
    assertThat(mails.to(mail))
        .extracting(MailBox.Letter::subject)
        .containsExactlyInAnyOrder(
            "Sie sind angemeldet: Bürgerabend",
            "Bald ist es so weit: Bürgerabend",
            "Bald ist es so weit: Bürgerabend");
  }

  @Test
  void keepsOnlyNumbersAfterTheDayItNamed() {
    Hall hall = hall(2);
    Registration anna = hall.come(EARLY, "Anna", 2);
    hall.come(minutes(1), "Ben", 1);
    PersonId organiser = people.guest();
    changes.add(anna, ChangeKind.PRIORITY, "Dolmetscht in Gebärden", organiser);
    changes.add(hall.about, ChangeKind.CAPACITY, 2, null, organiser);
    ShiftedClock.at(Instant.parse("2031-06-19T10:00:00Z"), forgetting::run);
    assertThat(hall.now(anna).name()).isEqualTo("Anna");
    assertThat(changes.of(hall.about)).extracting(Change::person).contains(organiser);

    ShiftedClock.at(Instant.parse("2031-06-20T10:00:00Z"), forgetting::run);

    assertThat(hall.now(anna).name()).isEmpty();
    assertThat(hall.now(anna).person()).isNull();
    assertThat(hall.seats()).isEqualTo(new Seats(2, 2, 0, 1, 0));
    assertThat(changes.of(hall.about))
        .isNotEmpty()
        .allMatch(change -> change.person() == null && change.reason() == null);

    // Whoever still changes something later is not kept for ever either.
    changes.add(hall.about, ChangeKind.CAPACITY, 3, null, organiser);
    ShiftedClock.at(Instant.parse("2031-06-21T10:00:00Z"), forgetting::run);
    assertThat(changes.of(hall.about)).extracting(Change::person).containsOnlyNulls();
  }

  @Test
  void givesTheSeatsOfWhoIsForgottenOn() {
    Hall hall = hall(1);
    Registration anna = hall.come(EARLY, "Anna", 1);
    Registration ben = hall.come(minutes(1), "Ben", 1);
    PersonId person = Objects.requireNonNull(anna.person());
    assertThat(personalData.export(person).get("registration"))
        .singleElement()
        .asString()
        .contains("Bürgerabend, Anna, 1, confirmed");

    ShiftedClock.at(minutes(2), () -> personalData.erase(person));

    assertThat(hall.now(anna).name()).isEmpty();
    assertThat(hall.now(anna).state()).isEqualTo(CANCELED);
    assertThat(hall.now(ben).state()).isEqualTo(OFFERED);
    assertThat(personalData.export(person).get("registration")).isEmpty();
  }
}
