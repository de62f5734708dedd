package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the controller of a request. Spring compares an address that begins with a town's name with
 * every route there is, some hundreds, which took a third of the time of a kept page; those of
 * another {@link RouteShape} are left out first.
 */
class RouteMapping extends RequestMappingHandlerMapping {

  private final Map<RequestMappingInfo, List<RouteShape>> shapes = new IdentityHashMap<>();

  @Override
  public void afterPropertiesSet() {
    super.afterPropertiesSet();
    getHandlerMethods()
        .keySet()
        .forEach(route -> shapes.put(route, RouteShape.of(route.getPatternValues())));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    return fits(shapes.getOrDefault(route, List.of()), request)
        ? super.getMatchingMapping(route, request)
        : null;
  }

  private static boolean fits(List<RouteShape> shapes, HttpServletRequest request) {
    if (shapes.isEmpty()) {
      return true;
    }
    List<Element> address =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements();
    for (RouteShape shape : shapes) {
      if (shape.fits(address)) {
        return true;
      }
    }
    return false;
  }
}
