package org.allmende.comment;

import org.allmende.base.web.Problem;
import org.allmende.base.web.Signer;
import org.springframework.stereotype.Component;

/**
 * The link by which whoever reads the mails of an address says that a comment is really theirs.
 * Computed, never stored.
 */
@Component
class CommentLinks {

  private static final String PURPOSE = "comment";

  private final Signer signer;

  CommentLinks(Signer signer) {
    this.signer = signer;
  }

  String path(Comment comment) {
    return "/%s/comments/waiting/%s.%s"
        .formatted(comment.tenant(), comment.id(), signer.sign(PURPOSE, comment.id()));
  }

  /**
   * The id of the comment a link was made for.
   *
   * @throws Problem 404 if it was made for none
   */
  String read(String link) {
    int dot = link.indexOf('.');
    if (dot < 1 || !signer.verify(PURPOSE, link.substring(0, dot), link.substring(dot + 1))) {
      throw Problem.notFound("comment.waiting.wrong");
    }
    return link.substring(0, dot);
  }
}
