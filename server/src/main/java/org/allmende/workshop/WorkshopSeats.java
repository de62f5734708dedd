package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.allmende.base.event.EventHandler;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.registration.Offering;
import org.allmende.registration.OfferingResized;
import org.allmende.registration.OfferingRules;
import org.allmende.registration.Questionnaire;
import org.allmende.registration.Registrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people register for a workshop, and answers what registrations ask about it. */
@Component
class WorkshopSeats implements OfferingRules {

  private static final int LARGEST_GROUP = 5;

  /** Long enough for the results, short enough to be forgotten. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final WorkshopStore store;
  private final Registrations registrations;
  private final Clock clock;

  WorkshopSeats(WorkshopStore store, Registrations registrations, Clock clock) {
    this.store = store;
    this.registrations = registrations;
    this.clock = clock;
  }

  /** Opens registration; it ends when the workshop begins. */
  void open(Workshop workshop) {
    registrations.open(offering(workshop, workshop.startsAt()));
  }

  /** Tells those who registered what has changed; an earlier end of registration stays. */
  void change(Workshop before, Workshop now) {
    Instant closing =
        registrations
            .offering(now.ref())
            .map(Offering::closesAt)
            .filter(end -> end.isBefore(before.startsAt()))
            .orElse(now.startsAt());
    registrations.change(
        offering(now, earlier(closing, now.startsAt())), String.valueOf(now.version()));
  }

  void cancel(Workshop workshop, String reason) {
    registrations.cancel(workshop.ref(), reason);
  }

  private Offering offering(Workshop workshop, Instant closesAt) {
    Instant opensAt = earlier(clock.instant(), workshop.startsAt().minusSeconds(1));
    LocalDate deleteOn = workshop.endsAt().plus(KEPT).atZone(clock.getZone()).toLocalDate();
    return new Offering(
        workshop.ref(),
        workshop.tenant(),
        workshop.title(),
        workshop.url(""),
        workshop.place(),
        workshop.capacity(),
        LARGEST_GROUP,
        opensAt,
        closesAt,
        workshop.startsAt(),
        workshop.endsAt(),
        deleteOn);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public String kind() {
    return Workshop.KIND;
  }

  @Override
  public boolean organises(Ref about, Viewer viewer) {
    return workshop(about).filter(found -> Workshops.leads(found, viewer)).isPresent();
  }

  @Override
  public List<TenantId> hosts(Ref about) {
    return workshop(about).map(Carriers::of).orElse(List.of());
  }

  @Override
  public Optional<String> entrance(Ref about) {
    return workshop(about).map(found -> found.url("/entrances"));
  }

  @Override
  public Optional<String> tryout(Ref about) {
    return workshop(about).filter(Workshop::isAhead).map(found -> found.url("/practice"));
  }

  @Override
  public Questionnaire questions(Ref about) {
    return Answers.ASKED;
  }

  private Optional<Workshop> workshop(Ref about) {
    return store.find(new WorkshopId(about.id()));
  }

  /** There are as many places in the room as there are seats. */
  @Transactional
  public void resized(OfferingResized news) {
    if (news.about().kind().equals(Workshop.KIND)) {
      registrations
          .offering(news.about())
          .filter(offering -> offering.capacity() > 0)
          .ifPresent(
              offering -> store.resize(new WorkshopId(news.about().id()), offering.capacity()));
    }
  }

  @Bean
  static EventHandler<OfferingResized> resizeRooms(@Lazy WorkshopSeats seats) {
    return EventHandler.on("workshop.resize", OfferingResized.class, seats::resized);
  }
}
