package org.allmende.comment;

import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Role;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.allmende.people.People;
import org.springframework.stereotype.Component;

/**
 * Tells of a comment: its writer that it waits or stands there, the followers what it says,
 * stewards of an objection.
 */
@Component
class CommentTelling {

  private static final String TELL = "comment.tell.";

  private final Telling telling;
  private final People people;
  private final Texts texts;

  CommentTelling(Telling telling, People people, Texts texts) {
    this.telling = telling;
    this.people = people;
    this.texts = texts;
  }

  /** Asks whoever reads the mails of the address whether the comment is theirs. */
  void waiting(Comment comment, PersonId writer, Discussion discussion, String link) {
    var step =
        new Step(
            comment.tenant(),
            comment.ref(),
            "waiting",
            link,
            locale -> notice("confirm", comment, discussion, locale));
    var _ = telling.inform(step, writer);
  }

  void shown(Comment comment, PersonId writer, Discussion discussion) {
    // About the comment: the thing shows how many were told of it, and one would be the writer.
    var _ = telling.inform(step(comment.ref(), "written", comment, discussion), writer);
    var _ = telling.tellOthers(step(comment.about(), "comment", comment, discussion), writer);
    if (comment.kind() == CommentKind.OBJECTION) {
      Step waiting = step(new Ref("objection", comment.id()), "objection", comment, discussion);
      people
          .staff(comment.tenant(), Role.STEWARD)
          .forEach(steward -> {
            var _ = telling.inform(waiting, steward.person());
          });
    }
  }

  private Step step(Ref about, String news, Comment comment, Discussion discussion) {
    return new Step(
        comment.tenant(),
        about,
        news + ":" + comment.id(),
        discussion.url() + "#comment-" + comment.id(),
        locale -> notice(news, comment, discussion, locale));
  }

  private NoticeText notice(String news, Comment comment, Discussion discussion, Locale locale) {
    // Names stay on the page, where they can be forgotten; notices are copies.
    String who = comment.office() == null ? texts.of(locale, "comment.somebody") : comment.office();
    return new NoticeText(
        texts.of(locale, TELL + news + ".subject", discussion.title()),
        texts.of(locale, TELL + news + ".lead", discussion.title(), who),
        List.of(comment.words()),
        texts.of(locale, TELL + (news.equals("confirm") ? news : "comment") + ".action"),
        List.of());
  }
}
