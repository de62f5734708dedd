package org.allmende.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** A Janus that takes the line and refuses the session, as one that is full or shutting down. */
class JanusConnectionTest {

  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: (\\S+)");
  private static final int CLOSE = 8;

  @Test
  @Timeout(30)
  void aRefusedSessionLeavesNoSocket() throws Exception {
    try (var server = new ServerSocket(0);
        HttpClient http = HttpClient.newHttpClient()) {
      var ended = new CompletableFuture<Void>();
      Thread.startVirtualThread(() -> refuse(server, ended));
      URI address = URI.create("ws://localhost:" + server.getLocalPort());

      assertThatThrownBy(() -> new JanusConnection(http, address, JsonMapper.shared()))
          .isInstanceOf(JanusProblem.class)
          .hasMessageContaining("full");

      assertThat(ended).succeedsWithin(5, TimeUnit.SECONDS);
    }
  }

  private static void refuse(ServerSocket server, CompletableFuture<Void> ended) {
    try (Socket line = server.accept()) {
      var in = new DataInputStream(new BufferedInputStream(line.getInputStream()));
      greet(in, line.getOutputStream());
      String asked = frame(in);
      String transaction = JsonMapper.shared().readTree(asked).get("transaction").asString();
      say(
          line.getOutputStream(),
          "{\"janus\":\"error\",\"transaction\":\"%s\",\"error\":{\"code\":1,\"reason\":\"full\"}}"
              .formatted(transaction));
      while (in.read() >= 0) {
        // What else comes does not matter.
      }
      ended.complete(null);
    } catch (IOException e) {
      // A line that is cut is ended as well.
      ended.complete(null);
    } catch (Exception e) {
      ended.completeExceptionally(e);
    }
  }

  private static void greet(DataInputStream in, OutputStream out) throws Exception {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    Matcher key = KEY.matcher(head.toString(StandardCharsets.US_ASCII));
    assertThat(key.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                    .getBytes(StandardCharsets.US_ASCII));
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Protocol: janus-protocol\r\nSec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(digest)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** A short masked text, as browsers and programs send it. */
  private static String frame(DataInputStream in) throws IOException {
    if ((in.readUnsignedByte() & 15) == CLOSE) {
      throw new EOFException();
    }
    int length = in.readUnsignedByte() & 127;
    byte[] mask = in.readNBytes(4);
    byte[] text = in.readNBytes(length);
    for (int i = 0; i < text.length; i++) {
      text[i] ^= mask[i % 4];
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static void say(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).isLessThan(126);
    out.write(0x81);
    out.write(bytes.length);
    out.write(bytes);
    out.flush();
  }
}
