package org.allmende.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;

/**
 * A hall with so many seats in a town of its own, on 20 March 2031 at 14:00; what happens there
 * happens at times the test says.
 */
final class Hall {

  static final Instant STARTS = Instant.parse("2031-03-20T13:00:00Z");

  /** A Monday long before, in the morning. */
  static final Instant EARLY = Instant.parse("2031-03-03T09:00:00Z");

  final Ref about = new Ref("hall", Ids.next());
  final Tenant town;
  private final Registrations registrations;
  private final Addresses addresses;

  Hall(Tenants tenants, Registrations registrations, Addresses addresses, int seats) {
    this.registrations = registrations;
    this.addresses = addresses;
    String slug = "hall-" + Ids.next().toLowerCase(Locale.ROOT);
    this.town =
        tenants.create(
            new Tenant(
                new TenantId(slug), "Saal", Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
            Viewer.system());
    ShiftedClock.at(EARLY, () -> registrations.open(offering(seats)));
  }

  private Offering offering(int seats) {
    return new Offering(
        about,
        town.id(),
        "Bürgerabend",
        town.url("/halls/" + about.id()),
        "Rathaus",
        seats,
        6,
        EARLY.minusSeconds(86_400),
        STARTS.minusSeconds(3_600),
        STARTS,
        STARTS.plusSeconds(10_000),
        LocalDate.of(2031, 6, 20));
  }

  /** Somebody who may be written to, such as an earlier guest. */
  static String mail(String name) {
    return name.toLowerCase(Locale.ROOT) + "-" + Ids.next() + "@gast.example";
  }

  /** Registers somebody whose address was confirmed before. */
  Registration come(Instant at, String name, int people) {
    String mail = mail(name);
    return ShiftedClock.at(
        at,
        () -> {
          addresses.confirmed(mail, Locale.GERMAN);
          return comeFirst(name, mail, people);
        });
  }

  /** Registers somebody nobody has heard of. */
  Registration comeFirst(String name, String mail, int people) {
    return registrations.register(
        about,
        new NewRegistration(name, mail, null, null, people, GivenAnswers.NONE),
        null,
        Locale.GERMAN);
  }

  Registration now(Registration before) {
    return registrations.get(before.id());
  }

  Seats seats() {
    return java.util.Objects.requireNonNull(
        registrations.seats(java.util.List.of(about)).get(about));
  }
}
