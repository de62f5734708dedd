package org.allmende.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.notify.MailLink;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.springframework.stereotype.Component;

/** Tells people what becomes of their registration; what they did themselves they know. */
@Component
class RegistrationTelling {

  private static final String TELL = "registration.tell.";

  private final Telling telling;
  private final WaitingList waitingList;
  private final RegistrationLinks links;
  private final Organisers organisers;
  private final Texts texts;
  private final Clock clock;

  RegistrationTelling(
      Telling telling,
      WaitingList waitingList,
      RegistrationLinks links,
      Organisers organisers,
      Texts texts,
      Clock clock) {
    this.telling = telling;
    this.waitingList = waitingList;
    this.links = links;
    this.organisers = organisers;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Tells of a change, once per change.
   *
   * @param number of the change
   */
  void tell(ChangeKind kind, long number, Offering offering, Registration registration) {
    switch (kind) {
      case CONFIRMED, ACCEPTED -> send("confirmed", number, offering, registration);
      case WAITLISTED, OFFERED, CALLED, OFFER_LAPSED, ADDRESS_LAPSED, TOO_LARGE ->
          send(kind.key(), number, offering, registration);
      case DECLINED,
          LEFT,
          FEWER,
          NOT_CONFIRMED,
          PRIORITY,
          CAPACITY,
          CLOSING,
          CHECKED_IN,
          FORGOTTEN -> {}
    }
  }

  private void send(String news, long number, Offering offering, Registration registration) {
    inform(news, news + ":" + number, offering, registration);
  }

  /** The private link once more; at most once a day. */
  void sendAgain(Offering offering, Registration registration) {
    inform("again", "again:" + LocalDate.now(clock), offering, registration);
  }

  /** Reminds somebody who comes; once for so many days before. */
  void remind(int daysBefore, Offering offering, Registration registration) {
    inform("reminder", "reminder:" + daysBefore, offering, registration);
  }

  /** Says that time, place or title are others now; once per change. */
  void changed(String key, Offering offering, Registration registration) {
    inform("changed", "changed:" + key, offering, registration);
  }

  /** Says that it does not take place, and why. */
  void canceled(String reason, Offering offering, Registration registration) {
    PersonId person = registration.person();
    if (person != null) {
      var _ =
          telling.inform(
              new Step(
                  offering.tenant(),
                  registration.id().ref(),
                  "canceled",
                  offering.url(),
                  locale ->
                      new NoticeText(
                          texts.of(locale, TELL + "canceled.subject", offering.title()),
                          texts.of(
                              locale,
                              TELL + "canceled.lead",
                              offering.title(),
                              new Moments(locale, clock.getZone()).moment(offering.startsAt())),
                          List.of(reason),
                          texts.of(locale, TELL + "canceled.action"),
                          List.of())),
              person);
    }
  }

  void dropUntold(Registration registration) {
    telling.dropUntold(registration.id().ref());
  }

  private void inform(String news, String key, Offering offering, Registration registration) {
    PersonId person = registration.person();
    if (person == null) {
      return;
    }
    Step step =
        new Step(
            offering.tenant(),
            registration.id().ref(),
            key,
            links.path(offering, registration.id()),
            locale -> notice(news, offering, registration, locale));
    var _ = telling.inform(step, person);
  }

  private NoticeText notice(
      String news, Offering offering, Registration registration, Locale locale) {
    var when = new Moments(locale, clock.getZone());
    Instant until = registration.offeredUntil();
    Object[] facts = {
      offering.title(),
      registration.people(),
      waitingList.place(registration).orElse(0),
      until == null ? "" : when.moment(until)
    };
    return new NoticeText(
        texts.of(locale, TELL + news + ".subject", facts),
        texts.of(locale, TELL + news + ".lead", facts),
        paragraphs(news, offering, registration, when),
        texts.of(locale, TELL + "action"),
        List.of(),
        furtherLinks(news, offering, registration, locale));
  }

  private List<String> paragraphs(
      String news, Offering offering, Registration registration, Moments when) {
    Locale locale = when.locale();
    List<String> paragraphs = new ArrayList<>();
    String place = offering.place();
    paragraphs.add(
        place == null
            ? texts.of(locale, TELL + "when", offering.title(), when.moment(offering.startsAt()))
            : texts.of(
                locale,
                TELL + "whenAndWhere",
                offering.title(),
                when.moment(offering.startsAt()),
                place));
    paragraphs.add(texts.of(locale, TELL + news + ".text", registration.people()));
    if (news.equals("waitlisted")) {
      paragraphs.add(
          texts.of(
              locale, "registration.chance." + waitingList.chance(offering, registration).key()));
    }
    if (news.equals("confirmed") || news.equals("waitlisted")) {
      paragraphs.add(texts.of(locale, TELL + "deletion", when.date(offering.deleteOn())));
    }
    return paragraphs;
  }

  private List<MailLink> furtherLinks(
      String news, Offering offering, Registration registration, Locale locale) {
    String own = links.path(offering, registration.id());
    return switch (news) {
      case "confirmed", "reminder" ->
          Stream.of(
                  Optional.of(link(locale, "calendar", own + "/entry.ics")),
                  organisers.tryout(offering.about()).map(path -> link(locale, "tryout", path)),
                  Optional.of(link(locale, "leave", own + "#leave")))
              .flatMap(Optional::stream)
              .toList();
      case "waitlisted", "too_large" -> List.of(link(locale, "leaveList", own + "#leave"));
      case "offered" ->
          List.of(link(locale, "accept", own + "#accept"), link(locale, "decline", own + "#leave"));
      case "called" ->
          List.of(
              link(locale, "accept", own + "#accept"), link(locale, "leaveList", own + "#leave"));
      default -> List.of();
    };
  }

  private MailLink link(Locale locale, String what, String path) {
    return new MailLink(texts.of(locale, "registration.link." + what), path);
  }
}
