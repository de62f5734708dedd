package org.allmende.comment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Pace;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comments for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/comments")
class CommentApi {

  private final Comments comments;
  private final PublicAddress address;
  private final Pace pace;

  CommentApi(Comments comments, PublicAddress address, Pace pace) {
    this.comments = comments;
    this.address = address;
    this.pace = pace;
  }

  /**
   * A comment.
   *
   * @param office in whose name staff wrote it
   * @param shown false until the link of the mail to the writer's address is opened
   */
  record CommentBody(
      String id,
      String url,
      String about,
      String kind,
      String words,
      String name,
      @Nullable String office,
      Instant at,
      boolean shown) {}

  /** {@code ?about=}: what is said below the thing, oldest first. */
  @GetMapping
  Listing<CommentBody> list(Tenant tenant, @RequestParam String about, Viewer viewer) {
    Discussion discussion = comments.discussion(tenant.id(), about, viewer);
    return Listing.of(
        comments.below(discussion).stream().map(comment -> body(comment, discussion)).toList());
  }

  /** {@code {about, words, name?, contact, kind?}}. */
  @PostMapping
  ResponseEntity<CommentBody> write(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Discussion discussion = comments.discussion(tenant.id(), form.value("about"), viewer);
    CommentForm read = CommentForm.read(form, viewer);
    form.orThrow();
    pace.count(viewer, request, response);
    CommentBody body =
        body(comments.write(discussion, read, form.submission(), viewer), discussion);
    return Created.at(body.url(), body);
  }

  private CommentBody body(Comment comment, Discussion discussion) {
    return new CommentBody(
        comment.id(),
        address.of(discussion.url() + "#comment-" + comment.id()),
        comment.about().toString(),
        comment.kind().key(),
        comment.words(),
        comment.name(),
        comment.office(),
        comment.at(),
        comment.shownAt() != null);
  }
}
