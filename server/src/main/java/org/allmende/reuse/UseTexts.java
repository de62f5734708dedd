package org.allmende.reuse;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.comment.PublicText;
import org.allmende.comment.TextSource;
import org.springframework.stereotype.Component;

/** Uses as texts that can be reported and hidden, with where they lead. */
@Component
class UseTexts implements TextSource {

  private final UseStore uses;

  UseTexts(UseStore uses) {
    this.uses = uses;
  }

  @Override
  public String kind() {
    return Use.KIND;
  }

  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    return uses.texts(tenant, ids).stream()
        .collect(Collectors.toMap(PublicText::ref, text -> text));
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    return uses.takeWords(id, sentence);
  }

  @Override
  public void restore(String id, Map<String, String> words) {
    uses.putBack(id, words);
  }
}
