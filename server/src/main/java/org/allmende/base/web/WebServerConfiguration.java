package org.allmende.base.web;

import java.util.List;
import org.allmende.base.i18n.Texts;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** The web server where no setting describes it. */
@Configuration(proxyBeanMethods = false)
class WebServerConfiguration {

  private static final String EVERYTHING = "/*";

  /** As much as fits into the buffer a request is read with. */
  private static final int AS_JETTY_THINKS = -1;

  @Bean
  WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> webServer(
      Texts texts, JsonMapper json) {
    var unheard = new UnheardRequest(texts, json);
    return factory -> {
      factory.setThreadPool(threads());
      factory.addServerCustomizers(server -> {
        server.setErrorHandler(unheard);
        List.of(server.getConnectors()).forEach(WebServerConfiguration::setUp);
        server.getDescendants(CompressionHandler.class).forEach(WebServerConfiguration::readAsSent);
        server.setHandler(new EagerContentHandler(server.getHandler(), heard()));
      });
    };
  }

  /**
   * An answer waits until what little was sent has come: Jetty closes a connection on which a
   * request is refused before, without saying so, and whoever sends the next one on it gets
   * nothing.
   */
  private static RetainedContentLoaderFactory heard() {
    return new RetainedContentLoaderFactory(AS_JETTY_THINKS, AS_JETTY_THINKS, false);
  }

  /**
   * Requests are answered by virtual threads, which may wait for slow readers by the hundred; those
   * who listen to the network are threads of the system, which wake up with one step less.
   */
  private static ThreadPool threads() {
    var answering = new VirtualThreadPool();
    answering.setName("jetty-");
    var listening = new QueuedThreadPool();
    listening.setName("listener");
    listening.setVirtualThreadsExecutor(answering);
    return listening;
  }

  /** What the firewall refuses is told by {@link UnreadableFilter}, like all that is unreadable. */
  @Bean
  RequestRejectedHandler refused() {
    return new DefaultRequestRejectedHandler();
  }

  private static void setUp(Connector connector) {
    HttpConfiguration http =
        connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
    http.addCustomizer(new NearbyProxy());
    http.addCustomizer((request, answer) -> withoutExtensions(request));
  }

  /**
   * Messages of a line are not compressed one by one for each reader, which would cost more than
   * all else; what is worth it is packed once for all.
   */
  private static Request withoutExtensions(Request request) {
    if (!request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_EXTENSIONS)) {
      return request;
    }
    HttpFields others =
        HttpFields.build(request.getHeaders())
            .remove(HttpHeader.SEC_WEBSOCKET_EXTENSIONS)
            .asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return others;
      }
    };
  }

  /** Answers are compressed; what is sent to us is not unpacked, a few bytes could become many. */
  private static void readAsSent(CompressionHandler handler) {
    CompressionConfig set = handler.ensureConfiguration(EVERYTHING);
    CompressionConfig.Builder ours = CompressionConfig.builder();
    set.getCompressIncludeMimeTypes().forEach(ours::compressIncludeMimeType);
    set.getCompressIncludeMethods().forEach(ours::compressIncludeMethod);
    handler.putConfiguration(EVERYTHING, ours.decompressExcludePath(EVERYTHING).build());
  }
}
