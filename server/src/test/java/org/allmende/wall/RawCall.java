package org.allmende.wall;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One request byte by byte as somebody wrote it, well-formed or not, over a connection of its own.
 *
 * @param from the address of this machine it comes from
 * @param start the first line
 * @param headers as they are sent
 */
record RawCall(String from, String start, List<String> headers, byte[] body) {

  private static final int PATIENCE = 30_000;

  /** What came back; an empty head means the connection was closed without an answer. */
  record Answer(int status, String head, String body) {

    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  Answer send(int port) {
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
      socket.setSoTimeout(PATIENCE);
      write(socket.getOutputStream());
      return read(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      return new Answer(0, "", String.valueOf(e.getMessage()));
    }
  }

  /** The server may answer and close before it has read everything. */
  private void write(OutputStream out) {
    String head = start + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    try {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
    } catch (IOException e) {
      // the answer is there to be read all the same
    }
  }

  private static Answer read(byte[] all) {
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, "", text);
    }
    String head = text.substring(0, end);
    String body = text.substring(end + 4);
    boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    byte[] bytes = (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1);
    return new Answer(
        Integer.parseInt(head.split(" ")[1]), head, new String(bytes, StandardCharsets.UTF_8));
  }

  private static String joined(String chunks) {
    var whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunks.length()) {
      int line = chunks.indexOf("\r\n", at);
      int size = line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line).strip(), 16);
      if (size == 0) {
        break;
      }
      whole.writeBytes(
          chunks.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
      at = line + 2 + size + 2;
    }
    return whole.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    String sent = new String(body, StandardCharsets.UTF_8);
    return start.substring(0, Math.min(start.length(), 300))
        + " | "
        + headers.stream()
            .filter(header -> !header.startsWith("Cookie") && !header.startsWith("Authorization"))
            .map(header -> header.substring(0, Math.min(header.length(), 120)))
            .toList()
        + " | "
        + sent.substring(0, Math.min(sent.length(), 400));
  }
}
