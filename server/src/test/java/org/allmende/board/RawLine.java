package org.allmende.board;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A line of a board over which bytes go that no browser sends. */
final class RawLine implements AutoCloseable {

  private static final int PATIENCE = 30_000;
  private static final int CLOSE = 8;

  private final Socket socket;
  private final DataInputStream in;

  RawLine(int port, String path) {
    try {
      socket = new Socket("localhost", port);
      socket.setSoTimeout(PATIENCE);
      in = new DataInputStream(socket.getInputStream());
      String head =
          """
          GET %s HTTP/1.1
          Host: localhost:%d
          Connection: Upgrade
          Upgrade: websocket
          Sec-WebSocket-Version: 13
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

          """
              .formatted(path, port);
      socket
          .getOutputStream()
          .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      skipHead();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void skipHead() throws IOException {
    String end = "";
    while (!end.endsWith("\r\n\r\n")) {
      end += (char) in.readUnsignedByte();
    }
    if (!end.startsWith("HTTP/1.1 101")) {
      throw new IOException(end);
    }
  }

  /** A whole message, masked with nothing. */
  void say(String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    send(0x81, 0x80 | 126, words.length >> 8, words.length & 0xff, 0, 0, 0, 0);
    for (byte each : words) {
      send(each);
    }
  }

  void send(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    try {
      socket.getOutputStream().write(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code with which the server ends the line, once it does. */
  int code() {
    try {
      while (true) {
        int kind = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        byte[] content = in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
        if (kind == CLOSE) {
          return (content[0] & 0xff) << 8 | content[1] & 0xff;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
