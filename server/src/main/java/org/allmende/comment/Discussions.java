package org.allmende.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All things people talk about, whichever module owns them. */
@Component
class Discussions {

  private final ObjectProvider<DiscussionSource> sources;

  Discussions(ObjectProvider<DiscussionSource> sources) {
    this.sources = sources;
  }

  /** The thing a form or an address names, if the person may read it. */
  Optional<Discussion> read(TenantId tenant, String given, Viewer viewer) {
    return Ref.read(given).flatMap(about -> find(tenant, about, viewer));
  }

  Optional<Discussion> find(TenantId tenant, Ref about, Viewer viewer) {
    return Optional.ofNullable(find(tenant, List.of(about), viewer).get(about));
  }

  /** The things of the tenant, with a few queries for each kind. */
  Map<Ref, Discussion> find(TenantId tenant, Collection<Ref> about, Viewer viewer) {
    Map<String, List<String>> ids =
        about.stream()
            .distinct()
            .collect(
                Collectors.groupingBy(Ref::kind, Collectors.mapping(Ref::id, Collectors.toList())));
    Map<Ref, Discussion> found = new HashMap<>();
    sources.stream()
        .filter(source -> ids.containsKey(source.kind()))
        .forEach(source ->
            found.putAll(source.find(tenant, ids.getOrDefault(source.kind(), List.of()), viewer)));
    return found;
  }
}
