package org.allmende.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.PublicAddress;
import org.allmende.board.ZoneOfPhase;
import org.jspecify.annotations.Nullable;

/**
 * A workshop as the API tells it.
 *
 * @param current the id of the open phase, null when none is
 * @param joinCode told to those who lead only
 * @param participants told to those who lead only
 */
record WorkshopView(
    String id,
    String url,
    String title,
    String tenant,
    List<String> coHosts,
    Instant startsAt,
    Instant endsAt,
    @Nullable String place,
    @Nullable String onlineUrl,
    int capacity,
    boolean released,
    List<PhaseView> phases,
    @Nullable String current,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String joinCode,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ParticipantView> participants) {

  /** A step of the room. */
  record PhaseView(
      String id,
      String kind,
      String title,
      String state,
      String instruction,
      int minutes,
      String hat,
      int dots,
      @Nullable Instant endsAt,
      List<ZoneView> zones) {

    /** As it looks to those who are not let in yet. */
    PhaseView unopened() {
      return new PhaseView(
          id, kind, title, PhaseState.PLANNED.key(), instruction, minutes, hat, dots, null, zones);
    }

    static PhaseView of(Phase phase, List<ZoneOfPhase> zones) {
      return new PhaseView(
          phase.id().value(),
          phase.kind().key(),
          phase.title(),
          phase.state().key(),
          phase.instruction(),
          phase.minutes(),
          phase.hat().key(),
          phase.dots(),
          phase.endsAt(),
          zones.stream()
              .filter(zone -> zone.phase().equals(phase.key()))
              .map(zone -> new ZoneView(zone.id().value(), zone.title()))
              .toList());
    }
  }

  /** A zone of the board. */
  record ZoneView(String id, String title) {}

  /**
   * Somebody who takes part.
   *
   * @param people how many share the device
   */
  record ParticipantView(
      String id,
      int number,
      String name,
      @Nullable String tenant,
      @Nullable String department,
      int people) {

    static ParticipantView of(Participant participant) {
      TenantId tenant = participant.tenant();
      return new ParticipantView(
          participant.id().value(),
          participant.number(),
          participant.name(),
          tenant == null ? null : tenant.slug(),
          participant.department(),
          participant.people());
    }
  }

  static WorkshopView open(Workshop workshop, List<ZoneOfPhase> zones, PublicAddress address) {
    return of(workshop, zones, null, null, address);
  }

  static WorkshopView leading(
      Workshop workshop,
      List<ZoneOfPhase> zones,
      List<Participant> participants,
      PublicAddress address) {
    return of(
        workshop,
        zones,
        workshop.joinCode().text(),
        participants.stream().map(ParticipantView::of).toList(),
        address);
  }

  private static WorkshopView of(
      Workshop workshop,
      List<ZoneOfPhase> zones,
      @Nullable String joinCode,
      @Nullable List<ParticipantView> participants,
      PublicAddress address) {
    boolean hidden = workshop.rehearsing() && joinCode == null;
    return new WorkshopView(
        workshop.id().value(),
        address.of(workshop.url("")),
        workshop.title(),
        workshop.tenant().slug(),
        workshop.coHosts().stream().map(TenantId::slug).toList(),
        workshop.startsAt(),
        workshop.endsAt(),
        workshop.place(),
        workshop.onlineUrl(),
        workshop.capacity(),
        workshop.isReleased(),
        workshop.steps().stream()
            .map(phase -> PhaseView.of(phase, zones))
            .map(phase -> hidden ? phase.unopened() : phase)
            .toList(),
        hidden ? null : workshop.current().map(phase -> phase.id().value()).orElse(null),
        joinCode,
        participants);
  }
}
