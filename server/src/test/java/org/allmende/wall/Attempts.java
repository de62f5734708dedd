package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.Ids;
import org.allmende.wall.Thing.Access;

/**
 * Every way to fill in a route with the things of a town, as somebody of another town would name
 * them.
 *
 * @param ours the town of those who try
 */
record Attempts(Town ours) {

  /** How many things that are alike are tried: public ones differ little, internal ones do. */
  private static final int FEW = 2;

  private static final int MANY = 6;

  List<Attempt> of(Route route, String slug, Town town) {
    return of(route, slug, town, MANY);
  }

  List<Attempt> of(Route route, String slug, Town town, int many) {
    if (route.kinds().isEmpty()) {
      return List.of(new Attempt(route, slug, List.of(), List.of()));
    }
    Map<List<Access>, List<Attempt>> attempts = new LinkedHashMap<>();
    for (Thing thing : town.things) {
      List<Thing> chain = thing.chain();
      if (chain.stream().map(Thing::kind).toList().equals(route.kinds())) {
        List<Attempt> alike =
            attempts.computeIfAbsent(
                chain.stream().map(Thing::access).toList(), access -> new ArrayList<>());
        if (alike.size() < (thing.isPublic() ? Math.max(FEW, many - MANY) : many)) {
          alike.add(new Attempt(route, slug, chain, chain.stream().map(this::named).toList()));
        }
      }
    }
    assertThat(attempts).as("the town has nothing for " + route.name()).isNotEmpty();
    return attempts.values().stream().flatMap(List::stream).toList();
  }

  /** A link is known to its owner only; others have the second half of a link of their own. */
  private String named(Thing thing) {
    if (thing.access() != Access.BY_LINK) {
      return thing.id();
    }
    String own =
        ours.things.stream()
            .filter(other -> other.kind().equals(thing.kind()))
            .map(Thing::id)
            .findFirst()
            .orElseGet(Ids::next);
    int dot = thing.id().lastIndexOf('.');
    return dot < 0
        ? own
        : thing.id().substring(0, dot) + own.substring(Math.max(0, own.lastIndexOf('.')));
  }
}
