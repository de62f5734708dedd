package org.allmende.wish;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.Topic;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.search.SearchDocument;
import org.allmende.search.SearchDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what can be found of wishes and potentials, and by whom. */
@Component
class WishDocuments {

  private final SearchDocuments documents;
  private final Topics topics;

  WishDocuments(SearchDocuments documents, Topics topics) {
    this.documents = documents;
    this.topics = topics;
  }

  /** A wish is found by everybody once it is public, by nobody before or after. */
  void put(Wish wish) {
    if (!wish.isPublic() || wish.state() == WishState.MERGED) {
      documents.remove(wish.id().ref());
      return;
    }
    Need need = wish.need();
    String text =
        joined(need.rest(), need.purpose(), need.problem(), need.question(), need.enables());
    put(
        wish.id().ref(),
        wish.tenant(),
        SearchDocument.Visibility.PUBLIC,
        need.title(),
        text,
        wish.url(),
        need.topic(),
        wish.movedAt());
  }

  /** A potential is found by its tenant's staff, and by everybody once it is public. */
  void put(Potential potential) {
    Potential.Offer offer = potential.offer();
    String text =
        joined(
            offer.summary(),
            offer.columns(),
            offer.procedure(),
            offer.area(),
            offer.currentForm(),
            offer.contactRole());
    put(
        potential.id().ref(),
        potential.tenant(),
        potential.isPublic()
            ? SearchDocument.Visibility.PUBLIC
            : SearchDocument.Visibility.INTERNAL,
        offer.title(),
        text,
        potential.url(),
        offer.topic(),
        potential.createdAt());
  }

  private void put(
      Ref ref,
      TenantId tenant,
      SearchDocument.Visibility visibility,
      String title,
      String text,
      String url,
      @Nullable String topic,
      java.time.Instant at) {
    Topic known = topic == null ? null : topics.find(new TopicId(topic)).orElse(null);
    documents.put(
        new SearchDocument(
            ref,
            tenant,
            visibility,
            title,
            text,
            List.of(),
            "de",
            url,
            topic,
            known == null ? null : known.theme().id(),
            at));
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
