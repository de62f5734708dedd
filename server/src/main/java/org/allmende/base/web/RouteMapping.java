package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the controller of a request. Spring compares an address that begins with a town's name with
 * every route there is, some hundreds, which took a third of the time of a kept page; those of
 * another {@link RouteShape} are left out first.
 */
class RouteMapping extends RequestMappingHandlerMapping {

  /** What is looked for, worked out once and not anew for each route. */
  private static final ScopedValue<List<Element>> ADDRESS = ScopedValue.newInstance();

  private final Map<RequestMappingInfo, List<RouteShape>> shapes = new IdentityHashMap<>();

  @Override
  public void afterPropertiesSet() {
    super.afterPropertiesSet();
    getHandlerMethods()
        .keySet()
        .forEach(route -> shapes.put(route, RouteShape.of(route.getPatternValues())));
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    List<Element> address =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements();
    return ScopedValue.where(ADDRESS, address).call(() -> super.lookupHandlerMethod(path, request));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    return fits(shapes.getOrDefault(route, List.of()))
        ? super.getMatchingMapping(route, request)
        : null;
  }

  private static boolean fits(List<RouteShape> shapes) {
    if (shapes.isEmpty() || !ADDRESS.isBound()) {
      return true;
    }
    List<Element> address = ADDRESS.get();
    for (RouteShape shape : shapes) {
      if (shape.fits(address)) {
        return true;
      }
    }
    return false;
  }
}
