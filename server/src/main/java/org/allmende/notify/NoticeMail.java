package org.allmende.notify;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.Mail;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Signer;
import org.allmende.people.Reachable;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mail of a notice, as text and as HTML. */
@Component
class NoticeMail {

  static final String UNSUBSCRIBE = "unsubscribe";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, NoticeMail.class.getClassLoader(), "org.allmende");
  private final Texts texts;
  private final Tenants tenants;
  private final Signer signer;
  private final OwnLinks own;
  private final PublicAddress here;

  NoticeMail(Texts texts, Tenants tenants, Signer signer, OwnLinks own, PublicAddress here) {
    this.texts = texts;
    this.tenants = tenants;
    this.signer = signer;
    this.own = own;
    this.here = here;
  }

  Mail of(Notice notice, Reachable where) {
    NoticeText text = notice.text();
    NoticeMailView view =
        new NoticeMailView(
            where.locale().getLanguage(),
            senderOf(notice.tenant()),
            text,
            here.of(notice.url()),
            unsubscribe(notice),
            here.of(own.path(where)),
            text.links().stream()
                .map(link -> new MailLink(link.label(), here.of(link.path())))
                .toList(),
            words(where.locale(), notice));
    var html = new StringOutput();
    engine.render("notify/mail.jte", Map.of("mail", view), html);
    return new Mail(
        notice.mailKey(),
        where.email(),
        where.locale(),
        text.subject(),
        plain(view),
        html.toString(),
        view.unsubscribe());
  }

  private @Nullable String unsubscribe(Notice notice) {
    Ref ended = notice.cause().ends(notice.about());
    if (ended == null) {
      return null;
    }
    String id = notice.person() + "." + ended;
    return here.of("/unsubscribe/" + id + "." + signer.sign(UNSUBSCRIBE, id));
  }

  private String senderOf(TenantId tenant) {
    return tenants.find(tenant).map(found -> found.name()).orElse("Allmende");
  }

  private NoticeMailWords words(Locale locale, Notice notice) {
    return new NoticeMailWords(
        texts.of(locale, "notify.mail.tagline"),
        texts.of(locale, "notify.mail.greeting"),
        texts.of(locale, "notify.mail.regards"),
        texts.of(locale, "notify.mail.office", senderOf(notice.tenant())),
        texts.of(locale, notice.cause().sentence()),
        texts.of(locale, "notify.mail.unsubscribe"),
        texts.of(locale, "notify.mail.private"));
  }

  private static String plain(NoticeMailView view) {
    NoticeMailWords words = view.words();
    var text = new StringBuilder();
    text.append(words.greeting()).append("\n\n").append(view.text().lead()).append("\n\n");
    view.text().paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
    text.append(view.text().action()).append(":\n").append(view.url()).append("\n\n");
    for (MailLink link : view.links()) {
      text.append(link.label()).append(":\n").append(link.path()).append("\n\n");
    }
    for (MailKnot knot : view.text().thread()) {
      text.append(knot.mark())
          .append("  ")
          .append(knot.date().isEmpty() ? "" : knot.date() + "  ")
          .append(knot.text())
          .append("\n");
    }
    if (!view.text().thread().isEmpty()) {
      text.append("\n");
    }
    text.append(words.regards()).append("\n").append(words.office()).append("\n\n-- \n");
    text.append(words.why()).append("\n");
    if (view.unsubscribe() != null) {
      text.append(words.unsubscribe()).append(": ").append(view.unsubscribe()).append("\n");
    }
    text.append(words.own()).append(": ").append(view.own()).append("\n");
    return text.toString();
  }
}
