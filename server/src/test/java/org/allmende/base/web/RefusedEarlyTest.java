package org.allmende.base.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused without being read leaves the connection to the next request. */
@AllmendeTest
class RefusedEarlyTest {

  @LocalServerPort int port;

  @Test
  void leavesTheConnectionOpenHoweverLateTheContentComes() throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(300);
      var heard = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      say(socket, "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n");
      assertThatThrownBy(heard::readLine).isInstanceOf(SocketTimeoutException.class);
      socket.setSoTimeout(10_000);
      say(socket, "a=ok");
      assertThat(heard.readLine()).isEqualTo("HTTP/1.1 403 Forbidden");
      say(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(heard.lines()).contains("HTTP/1.1 200 OK");
    }
  }

  private static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(ISO_8859_1));
  }
}
