package org.allmende.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All texts that can be moderated, whichever module owns them. */
@Component
class TextSources {

  private final ObjectProvider<TextSource> sources;

  TextSources(ObjectProvider<TextSource> sources) {
    this.sources = sources;
  }

  /** The text a form or an address names, if the person may read it. */
  Optional<PublicText> read(TenantId tenant, String given, Viewer viewer) {
    return Ref.read(given).map(ref -> find(tenant, List.of(ref), viewer).get(ref));
  }

  /** The texts of the tenant, with a few queries for each kind. */
  Map<Ref, PublicText> find(TenantId tenant, Collection<Ref> refs, Viewer viewer) {
    Map<String, List<String>> ids =
        refs.stream()
            .collect(
                Collectors.groupingBy(Ref::kind, Collectors.mapping(Ref::id, Collectors.toList())));
    Map<Ref, PublicText> found = new HashMap<>();
    sources.stream()
        .filter(source -> ids.containsKey(source.kind()))
        .forEach(source ->
            found.putAll(source.find(tenant, ids.getOrDefault(source.kind(), List.of()), viewer)));
    return found;
  }

  /** Who owns the text. */
  TextSource of(Ref ref) {
    return sources.stream()
        .filter(source -> source.kind().equals(ref.kind()))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("comment.notFound"));
  }
}
