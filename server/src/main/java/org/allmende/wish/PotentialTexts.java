package org.allmende.wish;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.comment.PublicText;
import org.allmende.comment.TextSource;
import org.springframework.stereotype.Component;

/** Potentials as texts that can be reported and hidden. */
@Component
class PotentialTexts implements TextSource {

  private final PotentialStore potentials;
  private final WordsStore words;
  private final WishDocuments documents;

  PotentialTexts(PotentialStore potentials, WordsStore words, WishDocuments documents) {
    this.potentials = potentials;
    this.words = words;
    this.documents = documents;
  }

  @Override
  public String kind() {
    return "potential";
  }

  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    return potentials.byIds(ids.stream().map(PotentialId::new).toList()).values().stream()
        .filter(potential -> potential.tenant().equals(tenant))
        .filter(potential -> potential.isPublic() || viewer.isStaff(tenant))
        .map(PotentialTexts::text)
        .collect(Collectors.toMap(PublicText::ref, text -> text));
  }

  private static PublicText text(Potential potential) {
    Potential.Offer offer = potential.offer();
    String all =
        Stream.of(offer.title(), offer.summary(), offer.columns())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return new PublicText(
        potential.id().ref(), potential.tenant(), all, potential.url(), potential.offeredBy());
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    Map<String, String> taken = words.takeFromPotential(id, sentence);
    indexAnew(id);
    return taken;
  }

  @Override
  public void restore(String id, Map<String, String> taken) {
    words.putBackToPotential(id, taken);
    indexAnew(id);
  }

  private void indexAnew(String id) {
    potentials.byIds(List.of(new PotentialId(id))).values().forEach(documents::put);
  }
}
