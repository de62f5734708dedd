package org.allmende.video;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.base.web.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Puts the lines to the media rooms where their gatherings want them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class MediaSocketConfiguration implements WebSocketConfigurer {

  private final MediaSocket socket;
  private final List<MediaRules> rules;
  private final Viewers viewers;

  MediaSocketConfiguration(MediaSocket socket, List<MediaRules> rules, Viewers viewers) {
    this.socket = socket;
    this.rules = rules;
    this.viewers = viewers;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    for (MediaRules rule : rules) {
      registry
          .addHandler(socket, rule.lines())
          .addInterceptors(new Greeting(rule))
          // Foreign pages were refused before, by the rule that holds for forms too.
          .setAllowedOriginPatterns("*");
    }
  }

  /** Lets only those on the line who belong to the gathering of the address. */
  private final class Greeting implements HandshakeInterceptor {

    private final MediaRules rule;

    Greeting(MediaRules rule) {
      this.rule = rule;
    }

    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      HttpServletRequest servlet = ((ServletServerHttpRequest) request).getServletRequest();
      Viewer viewer = viewers.of(servlet);
      try {
        Optional<MediaGuest> guest = rule.guest(servlet, viewer);
        guest.ifPresentOrElse(
            found -> attributes.put(MediaSocket.GUEST, found),
            () -> response.setStatusCode(HttpStatus.FORBIDDEN));
        attributes.put(MediaSocket.LOCALE, viewer.locale());
        return guest.isPresent();
      } catch (Problem problem) {
        response.setStatusCode(problem.status());
        return false;
      }
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @Nullable Exception exception) {
      // The socket does the rest.
    }
  }
}
