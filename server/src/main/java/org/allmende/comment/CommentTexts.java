package org.allmende.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;

/** Comments as texts that can be reported and hidden. */
@Component
class CommentTexts implements TextSource {

  private static final String WORDS = "words";
  private static final String NAME = "name";

  private final CommentStore comments;
  private final Discussions discussions;

  CommentTexts(CommentStore comments, Discussions discussions) {
    this.comments = comments;
    this.discussions = discussions;
  }

  @Override
  public String kind() {
    return Comment.KIND;
  }

  /** Only comments below something the person may read. */
  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    List<Comment> found = comments.shown(tenant, ids);
    Map<Ref, Discussion> below =
        discussions.find(tenant, found.stream().map(Comment::about).toList(), viewer);
    Map<Ref, PublicText> texts = new HashMap<>();
    for (Comment comment : found) {
      Discussion discussion = below.get(comment.about());
      if (discussion != null) {
        texts.put(comment.ref(), text(comment, discussion));
      }
    }
    return texts;
  }

  private static PublicText text(Comment comment, Discussion below) {
    return new PublicText(
        comment.ref(),
        comment.tenant(),
        Stream.of(comment.words(), comment.name())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n")),
        below.url() + "#comment-" + comment.id(),
        comment.person());
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    Comment comment = comments.find(id).orElseThrow();
    comments.reword(id, sentence, "");
    return Map.of(WORDS, comment.words(), NAME, comment.name());
  }

  @Override
  public void restore(String id, Map<String, String> words) {
    comments.reword(id, words.getOrDefault(WORDS, ""), words.getOrDefault(NAME, ""));
  }
}
