package org.allmende.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.mail.Mail;
import org.allmende.base.mail.MailQueue;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Signer;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link at which somebody who forgot the password chooses another. It is signed over the
 * password in use, so it is good once, and for an hour.
 */
@Component
public class PasswordLinks {

  private static final String PURPOSE = "password";
  private static final Duration LIFE = Duration.ofHours(1);

  /** Whoever asks again within it is sent no second mail: the link would be the same. */
  private static final long PAUSE = Duration.ofMinutes(10).toSeconds();

  private final Passwords passwords;
  private final MailQueue mails;
  private final Signer signer;
  private final PublicAddress here;
  private final Texts texts;
  private final Audit audit;
  private final Clock clock;

  PasswordLinks(
      Passwords passwords,
      MailQueue mails,
      Signer signer,
      PublicAddress here,
      Texts texts,
      Audit audit,
      Clock clock) {
    this.passwords = passwords;
    this.mails = mails;
    this.signer = signer;
    this.here = here;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Sends the link to the address if somebody logs in with it, and tells nobody whether. */
  @Transactional
  void send(String email, Locale locale) {
    passwords
        .of(email)
        .ifPresent(known -> {
          String link = link(known);
          boolean sent =
              mails.queue(
                  new Mail(
                      "password:" + link,
                      known.email(),
                      locale,
                      texts.of(locale, "people.password.subject"),
                      texts.of(locale, "people.password.mail", link),
                      null));
          if (sent) {
            record(Viewer.anonymous(locale), known);
          }
        });
  }

  /** The link for the account of an address, to be handed on where no mail goes out. */
  @Transactional
  public Optional<String> make(String email, Viewer by) {
    Optional<Credential> known = passwords.of(email);
    known.ifPresent(found -> record(by, found));
    return known.map(this::link);
  }

  private void record(Viewer by, Credential known) {
    audit.record(null, by, "people.password.link", new Ref("person", known.person().value()));
  }

  private String link(Credential known) {
    long until = (clock.instant().getEpochSecond() / PAUSE + 1) * PAUSE + LIFE.toSeconds();
    return here.of(
        "/login/password/%s.%d.%s"
            .formatted(known.person(), until, signer.sign(PURPOSE, signed(known, until))));
  }

  private static String signed(Credential known, long until) {
    return known.person() + " " + until + " " + known.password().hash();
  }

  /**
   * Whose password a link replaces.
   *
   * @throws Problem 410 if it was used, is too old, or is none of ours
   */
  Credential open(String link) {
    String[] parts = link.split("\\.", 3);
    if (parts.length < 3 || !parts[1].matches("\\d{1,12}")) {
      throw gone();
    }
    long until = Long.parseLong(parts[1]);
    return passwords
        .of(new PersonId(parts[0]))
        .filter(known -> signer.verify(PURPOSE, signed(known, until), parts[2]))
        .filter(_ -> clock.instant().isBefore(Instant.ofEpochSecond(until)))
        .orElseThrow(PasswordLinks::gone);
  }

  private static Problem gone() {
    return Problem.gone("people.password.gone");
  }
}
