package org.allmende.workshop;

import java.time.Duration;
import org.allmende.base.web.Form;
import org.allmende.people.People;
import org.springframework.stereotype.Component;

/** Reads what is to be done in a room from what somebody or a program sent. */
@Component
class ActForm {

  private static final int LONGEST_WORDS = 300;
  private static final int LONGEST_WAY_BACK = 300;
  private static final int USUAL_WAY_BACK = 30;

  private final People people;

  ActForm(People people) {
    this.people = people;
  }

  /**
   * The act.
   *
   * @throws org.allmende.base.web.Problem 422 naming every wrong field
   */
  NewAct act(Form form) {
    ActKind kind = form.choice("kind", ActKind.class);
    if (kind == null) {
      form.reject("kind", "workshop.act.kind.missing");
      form.orThrow();
      throw new IllegalStateException("a valid form has a kind");
    }
    NewAct plain = NewAct.of(kind);
    NewAct act =
        switch (kind) {
          case HAND, HELP, GROUPS, REHEARSAL -> plain;
          case ANNOUNCEMENT ->
              plain.saying(
                  form.text("words").max(LONGEST_WORDS).required("workshop.act.words.missing"));
          case SPOTLIGHT -> plain.on(form.text("note").required("workshop.act.note.missing"));
          case MUTE, REMOVAL ->
              plain.by(
                  new ParticipantId(
                      form.text("participant").required("workshop.act.participant.unknown")));
          case VISIT -> plain.in(group(form));
          case LEAD -> lead(form, plain);
        };
    form.orThrow();
    return act;
  }

  private static int group(Form form) {
    Integer group = form.number("number", 0, GroupPlan.MOST_GROUPS);
    if (group == null) {
      form.reject("number", "base.form.number", 0, GroupPlan.MOST_GROUPS);
    }
    return group == null ? 0 : group;
  }

  /** Somebody who has an account; of which town does not matter. */
  private NewAct lead(Form form, NewAct plain) {
    String email = form.email("email");
    var account = email == null ? null : people.accountOf(email).orElse(null);
    if (account == null) {
      form.reject("email", "workshop.lead.unknown");
      return plain;
    }
    return plain.by(account);
  }

  /** How long people have until they are back. */
  static Duration wayBack(Form form) {
    Integer seconds = form.number("seconds", 0, LONGEST_WAY_BACK);
    form.orThrow();
    return Duration.ofSeconds(seconds == null ? USUAL_WAY_BACK : seconds);
  }
}
