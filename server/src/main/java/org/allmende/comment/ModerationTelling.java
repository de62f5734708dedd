package org.allmende.comment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.allmende.people.People;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells those concerned: the stewards that a text waits, whoever reported it and whoever wrote it
 * what was decided, why, and how to object.
 */
@Component
class ModerationTelling {

  private static final String TELL = "comment.tell.";

  private final Telling telling;
  private final People people;
  private final Tenants tenants;
  private final Texts texts;
  private final PublicAddress address;

  ModerationTelling(
      Telling telling, People people, Tenants tenants, Texts texts, PublicAddress address) {
    this.address = address;
    this.telling = telling;
    this.people = people;
    this.tenants = tenants;
    this.texts = texts;
  }

  /** The acknowledgement for whoever left an address. */
  void received(Report report, PublicText text) {
    if (report.person() != null) {
      Tenant tenant = tenants.get(report.tenant());
      inform(
          report.person(),
          new Step(
              report.tenant(),
              report.ref(),
              "received",
              text.url(),
              locale ->
                  notice(
                      "received",
                      List.of(
                          texts.of(locale, TELL + "received.text"),
                          texts.of(locale, TELL + "byPeople")),
                      tenant,
                      locale)));
    }
  }

  /** Tells each steward once for a text, however many report it, until it is decided. */
  void waiting(Report report, @Nullable Decision last) {
    Tenant tenant = tenants.get(report.tenant());
    String key = "reported:" + (last == null ? "" : last.id());
    var step =
        new Step(
            report.tenant(),
            new Ref("text", report.about().toString()),
            key,
            tenant.url("/desk/texts/" + report.about()),
            locale ->
                notice(
                    "waiting",
                    List.of(texts.of(locale, "comment.rule." + report.ruleKey())),
                    tenant,
                    locale));
    people.staff(report.tenant(), Role.STEWARD).forEach(steward -> inform(steward.person(), step));
  }

  /** An author who objected hears once: as the author if the text changed, else as the objector. */
  void decided(Decision decision, PublicText text, List<Report> answered) {
    boolean unchanged = decision.outcome() == Outcome.KEPT;
    answered.stream()
        .map(Report::person)
        .filter(person -> unchanged || !Objects.equals(person, text.author()))
        .distinct()
        .forEach(person -> tellDecision("reporter", decision, text, person));
    if (!unchanged) {
      tellDecision("author", decision, text, text.author());
    }
  }

  private void tellDecision(
      String whom, Decision decision, PublicText text, @Nullable PersonId person) {
    if (person == null) {
      return;
    }
    Tenant tenant = tenants.get(decision.tenant());
    String kind = whom + "." + decision.outcome().key();
    inform(
        person,
        new Step(
            decision.tenant(),
            new Ref("decision", decision.id()),
            whom,
            tenant.url("/reports/new?about=" + text.ref() + "&rule=objection"),
            locale -> notice(kind, statement(decision, text, locale), tenant, locale)));
  }

  /** What Art. 17 of the Digital Services Act asks a statement of reasons to contain. */
  private List<String> statement(Decision decision, PublicText text, Locale locale) {
    String rule = texts.of(locale, "comment.rule." + decision.rule().key());
    String kind = texts.of(locale, "comment.kind." + text.ref().kind());
    return List.of(
        texts.of(locale, TELL + "about", kind, address.of(text.url())),
        texts.of(locale, TELL + "rule", rule),
        texts.of(locale, TELL + "reason", decision.reason()),
        texts.of(locale, TELL + "byPeople"),
        texts.of(locale, TELL + "objecting"));
  }

  private NoticeText notice(String kind, List<String> paragraphs, Tenant tenant, Locale locale) {
    return new NoticeText(
        texts.of(locale, TELL + kind + ".subject", tenant.name()),
        texts.of(locale, TELL + kind + ".lead", tenant.name()),
        paragraphs,
        texts.of(locale, TELL + kind.split("\\.")[0] + ".action"),
        List.of());
  }

  private void inform(PersonId person, Step step) {
    var _ = telling.inform(step, person);
  }
}
