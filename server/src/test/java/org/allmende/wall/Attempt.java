package org.allmende.wall;

import java.util.List;
import java.util.stream.IntStream;
import org.allmende.base.id.Ids;
import org.allmende.wall.Thing.Access;

/**
 * An address filled in with a town and things.
 *
 * @param slug the town it is asked under
 * @param chain the things it names, the outermost first
 * @param ids how it names them
 */
record Attempt(Route route, String slug, List<Thing> chain, List<String> ids) {

  String path() {
    return route.filled(slug, ids);
  }

  /** The same with ids of nothing at all. */
  Attempt nothing() {
    return new Attempt(route, slug, List.of(), chain.stream().map(Attempt::nothing).toList());
  }

  /** The same with ids of nothing from the first internal thing on. */
  Attempt nothingInternal() {
    List<Thing> known = chain.stream().takeWhile(Thing::isPublic).toList();
    return new Attempt(
        route,
        slug,
        known,
        IntStream.range(0, chain.size())
            .mapToObj(i -> i < known.size() ? ids.get(i) : nothing(chain.get(i)))
            .toList());
  }

  private static String nothing(Thing thing) {
    String id = thing.id().substring(0, thing.id().indexOf(':') + 1) + Ids.next();
    if (thing.access() != Access.BY_LINK) {
      return id;
    }
    int dot = thing.id().lastIndexOf('.');
    return dot < 0 ? id : id + "." + Ids.next();
  }

  /** What of it exists. */
  List<String> kept() {
    return ids.subList(0, chain.size());
  }
}
