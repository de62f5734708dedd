package org.allmende.comment;

import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Role;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.allmende.people.People;
import org.springframework.stereotype.Component;

/**
 * Tells of a comment: its writer that it stands there, the followers what it says, stewards of an
 * objection.
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

  void shown(Comment comment, Discussion discussion) {
    if (comment.person() != null) {
      // First, so that the writer does not hear the own words as a follower.
      var _ = telling.inform(step("written", comment, discussion), comment.person());
    }
    if (comment.kind() == CommentKind.OBJECTION) {
      var waiting =
          new Step(
              comment.tenant(),
              new Ref("objection", comment.id()),
              "objection",
              discussion.url() + "#comment-" + comment.id(),
              locale -> notice("objection", comment, discussion, locale));
      people
          .staff(comment.tenant(), Role.STEWARD)
          .forEach(steward -> {
            var _ = telling.inform(waiting, steward.person());
          });
    }
    var _ = telling.tell(step("comment", comment, discussion));
  }

  private Step step(String news, Comment comment, Discussion discussion) {
    return new Step(
        comment.tenant(),
        comment.about(),
        "comment:" + comment.id(),
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
        texts.of(locale, TELL + "comment.action"),
        List.of());
  }
}
