package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Ties templates, languages and controller arguments to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final List<HandlerMethodArgumentResolver> arguments;
  private final SharedPages shared;

  WebConfiguration(List<HandlerMethodArgumentResolver> arguments, @Lazy SharedPages shared) {
    this.arguments = arguments;
    this.shared = shared;
  }

  /** German unless the browser prefers English or somebody chose it by {@code ?lang=en}. */
  @Bean
  static LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("allmende_lang");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(WebConfiguration::preferred);
    return resolver;
  }

  private static Locale preferred(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    if (header == null || header.isBlank()) {
      return Locale.GERMAN;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), Texts.LANGUAGES);
      return found == null ? Locale.GERMAN : found;
    } catch (IllegalArgumentException e) {
      return Locale.GERMAN;
    }
  }

  @Bean
  static WebMvcRegistrations routes() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RouteMapping();
      }
    };
  }

  @Bean
  static ViewResolver templates(Pages pages) {
    return new Templates(pages);
  }

  /** Asked before Spring's own resolvers, which would take the name for a file. */
  private record Templates(Pages pages) implements ViewResolver, PriorityOrdered {

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
      return name.contains(":") ? null : template(pages, name);
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  private static View template(Pages pages, String name) {
    return (@Nullable Map<String, ?> model,
        HttpServletRequest request,
        HttpServletResponse response) ->
        pages.write(request, response, name, model == null ? Map.of() : model);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.addAll(arguments);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var language = new LocaleChangeInterceptor();
    language.setParamName("lang");
    language.setIgnoreInvalidLocale(true);
    registry.addInterceptor(language);
    registry.addInterceptor(new SayingInterceptor());
    registry.addInterceptor(shared);
  }

  /** Lets the sentence of a {@link Redirect} travel to the next page. */
  private static final class SayingInterceptor implements HandlerInterceptor {

    @Override
    public void postHandle(
        HttpServletRequest request,
        HttpServletResponse response,
        Object handler,
        @Nullable ModelAndView view) {
      if (view != null && view.getModel().get(Redirect.SAYING) instanceof String key) {
        response.addCookie(Pages.saying(key, 60));
      }
    }
  }
}
