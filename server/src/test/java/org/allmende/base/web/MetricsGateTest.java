package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@AllmendeTest
class MetricsGateTest {
  @LocalServerPort int port;
  @Autowired ProblemAnswer answer;

  @Test
  void isOpenOnThisComputerOnly() {
    Caller here = Caller.at(port);
    assertThat(here.get("/metrics").body()).contains("jvm_memory_used_bytes");

    for (String path : List.of("/metrics", "/%6Detrics")) {
      Caller.Answer behindProxy =
          here.send(here.request(path).header("X-Forwarded-For", "203.0.113.9").GET());
      assertThat(behindProxy.status()).isEqualTo(401);
      assertThat(behindProxy.body()).contains("Messwerte").doesNotContain("jvm_memory");
    }
  }

  @Test
  void isOpenFromElsewhereWithTheTokenOnly() throws Exception {
    assertThat(reaches("192.0.2.7", "geheim", "Bearer geheim")).isTrue();
    assertThat(reaches("192.0.2.7", "geheim", "Bearer geheim2")).isFalse();
    assertThat(reaches("192.0.2.7", "geheim", "")).isFalse();
    assertThat(reaches("192.0.2.7", "", "Bearer ")).isFalse();
    // Who only says in a header to be from here.
    assertThat(reaches("127.0.0.1", "", "")).isFalse();
  }

  private boolean reaches(String from, String token, String authorization) throws Exception {
    var request = new MockHttpServletRequest("GET", "/metrics");
    request.setServletPath("/metrics");
    request.setRemoteAddr(from);
    request.setLocalAddr("10.0.0.11");
    request.addHeader("Authorization", authorization);
    var chain = new MockFilterChain();
    new MetricsGate(answer, token).doFilter(request, new MockHttpServletResponse(), chain);
    return chain.getRequest() != null;
  }
}
