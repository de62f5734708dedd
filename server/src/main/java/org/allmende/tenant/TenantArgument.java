package org.allmende.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands the tenant named by the path to controllers; an unknown one is a 404, a removed one a 410.
 */
@Component
class TenantArgument implements HandlerMethodArgumentResolver {

  private final Tenants tenants;

  TenantArgument(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Tenant.class;
  }

  @Override
  public Tenant resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (!(variables instanceof Map<?, ?> map) || map.get("tenant") == null) {
      return tenants.get("");
    }
    String slug = map.get("tenant").toString();
    // Of a removed tenant only those things are left that others have a share in.
    return map.size() > 1 ? tenants.get(slug) : tenants.getActive(slug);
  }
}
