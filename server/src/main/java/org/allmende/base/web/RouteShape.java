package org.allmende.base.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * What an address must look like to belong to a route: how many elements it has, slashes among
 * them, and what stands in those that are fixed ({@code null} where the route has a variable). An
 * address of another shape cannot match; one of this shape still may not.
 */
record RouteShape(List<@Nullable String> elements) {

  /** The shapes of a route's patterns; empty if one of them takes any number of segments. */
  static List<RouteShape> of(Collection<String> patterns) {
    List<RouteShape> shapes = new ArrayList<>();
    for (String pattern : patterns) {
      if (!pattern.startsWith("/") || pattern.contains("**") || pattern.contains("{*")) {
        return List.of();
      }
      shapes.add(of(pattern));
    }
    return shapes;
  }

  private static RouteShape of(String pattern) {
    List<@Nullable String> elements = new ArrayList<>();
    for (Element element : PathContainer.parsePath(pattern).elements()) {
      elements.add(isFixed(element) ? element.value() : null);
    }
    return new RouteShape(elements);
  }

  private static boolean isFixed(Element element) {
    return element.value().chars().noneMatch(each -> "{}*?\\%".indexOf(each) >= 0);
  }

  /** False if an address of these elements cannot belong to the route. */
  boolean fits(List<Element> address) {
    if (address.size() != elements.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      String fixed = elements.get(i);
      if (fixed != null && !fixed.equals(text(address.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Element element) {
    return element instanceof PathSegment segment ? segment.valueToMatch() : element.value();
  }
}
