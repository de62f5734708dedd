package org.allmende.comment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.db.Submissions;
import org.allmende.base.event.EventHandler;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Pages;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.notify.Following;
import org.allmende.people.AddressConfirmed;
import org.allmende.people.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions, additions, answers and objections below things, of whatever module. */
@Component
public class Comments {

  private final CommentStore comments;
  private final Discussions discussions;
  private final Offices offices;
  private final Addresses addresses;
  private final Following following;
  private final CommentTelling telling;
  private final CommentLinks links;
  private final Submissions submissions;
  private final Pages pages;
  private final Clock clock;

  Comments(
      CommentStore comments,
      Discussions discussions,
      Offices offices,
      Addresses addresses,
      Following following,
      CommentTelling telling,
      CommentLinks links,
      Submissions submissions,
      Pages pages,
      Clock clock) {
    this.comments = comments;
    this.discussions = discussions;
    this.offices = offices;
    this.addresses = addresses;
    this.following = following;
    this.telling = telling;
    this.links = links;
    this.submissions = submissions;
    this.pages = pages;
    this.clock = clock;
  }

  /** What is said below the thing, as a part of its page. */
  @Transactional(readOnly = true)
  public PagePart on(Discussion discussion) {
    return pages.part(
        "comment/comments",
        Map.of("discussion", discussion, "comments", comments.of(discussion.about())));
  }

  /** The objections to the refusal of each thing, in one statement. */
  @Transactional(readOnly = true)
  public Map<Ref, List<Comment>> objections(Collection<Ref> things) {
    return comments.objections(things);
  }

  /**
   * The thing an address or a form names.
   *
   * @throws Problem 404 if there is none the person may read
   */
  @Transactional(readOnly = true)
  public Discussion discussion(TenantId tenant, String about, Viewer viewer) {
    return discussions
        .read(tenant, about, viewer)
        .orElseThrow(() -> Problem.notFound("comment.discussion.notFound"));
  }

  /** What everybody reads below the thing, oldest first. */
  @Transactional(readOnly = true)
  List<Comment> below(Discussion discussion) {
    return comments.of(discussion.about());
  }

  /**
   * Takes a comment. Without a login anybody can give the address of somebody else, so it waits
   * until a link is opened that only the owner of the address gets.
   *
   * @throws Problem 409 if it objects to what is not refused
   */
  @Transactional
  public Comment write(
      Discussion discussion, CommentForm form, @Nullable String submission, Viewer viewer) {
    if (form.kind() == CommentKind.OBJECTION && !discussion.isRefused()) {
      throw Problem.conflict("comment.objection.nothing");
    }
    String id =
        submissions.once(
            "comment:" + discussion.about(),
            submission,
            () -> writeAnew(discussion, form, viewer).id());
    return comments.find(id).orElseThrow();
  }

  private Comment writeAnew(Discussion discussion, CommentForm form, Viewer viewer) {
    String contact = form.contact();
    PersonId person =
        contact == null ? viewer.known() : addresses.addressed(contact, viewer.locale());
    String office = offices.of(discussion.tenant(), viewer).orElse(null);
    var comment =
        new Comment(
            Ids.next(),
            discussion.tenant(),
            discussion.about(),
            form.kind(),
            form.words(),
            office == null ? form.name() : "",
            office,
            person,
            clock.instant(),
            null);
    comments.insert(comment);
    if (contact == null) {
      show(comment, discussion);
    } else if (!addresses.reachableUntilCommit(List.of(person)).isEmpty()) {
      telling.waiting(comment, person, discussion, links.path(comment));
    }
    return comment;
  }

  /** Shows what waited for the person's first mail to be answered. */
  @Transactional
  public void confirmed(AddressConfirmed news) {
    for (Comment comment : comments.waiting(news.person())) {
      // Where the thing is no longer there for everybody, nobody is told.
      discussions
          .find(comment.tenant(), comment.about(), Viewer.anonymous(Locale.GERMAN))
          .ifPresentOrElse(
              discussion -> show(comment, discussion),
              () -> comments.show(comment.id(), clock.instant()));
    }
  }

  /**
   * Shows the comment of a link; again changes nothing.
   *
   * @return where it can be read
   * @throws Problem 404 if there is none, or it is gone, or what it is about is
   */
  @Transactional
  public String show(TenantId tenant, String link) {
    Comment comment =
        comments
            .find(links.read(link))
            .orElseThrow(() -> Problem.notFound("comment.waiting.wrong"));
    Discussion discussion =
        discussions
            .find(tenant, comment.about(), Viewer.anonymous(Locale.GERMAN))
            .orElseThrow(() -> Problem.notFound("comment.discussion.notFound"));
    show(comment, discussion);
    return discussion.url() + "#comment-" + comment.id();
  }

  private void show(Comment comment, Discussion discussion) {
    PersonId writer = comment.person();
    if (comments.show(comment.id(), clock.instant()) && writer != null) {
      following.follow(writer, discussion.about());
      telling.shown(comment, writer, discussion);
    }
  }

  @Bean
  static EventHandler<AddressConfirmed> showCommentsAfterConfirmation(@Lazy Comments comments) {
    return EventHandler.on("comment.show", AddressConfirmed.class, comments::confirmed);
  }
}
