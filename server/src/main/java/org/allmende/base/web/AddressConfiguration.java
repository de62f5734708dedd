package org.allmende.base.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the public address from {@code ALLMENDE_PUBLIC_URL}, else the local one. */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

  @Bean
  PublicAddress publicAddress(
      @Value("${allmende.public-url:}") String configured, @Value("${server.port:8080}") int port) {
    String url = configured.isBlank() ? "http://localhost:" + port : configured.strip();
    return new PublicAddress(url.replaceAll("/+$", ""));
  }
}
