package org.allmende.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept HTTP/1.1 connection that reads pages as somebody without a login, with as little work of
 * its own as can be, so that the server is measured and not the client.
 */
final class Connection implements AutoCloseable {

  /** What came back. */
  record Page(int status, byte[] body) {}

  private final URI home;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  Connection(URI home) {
    this.home = home;
  }

  Page get(String path) throws IOException {
    Socket open = open();
    String request =
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: text/html\r\nAccept-Language: de\r\n\r\n"
            .formatted(path, home.getHost(), home.getPort());
    open.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return read();
  }

  private Socket open() throws IOException {
    Socket known = socket;
    if (known != null) {
      return known;
    }
    Socket fresh = new Socket(home.getHost(), home.getPort());
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(30_000);
    in = new BufferedInputStream(fresh.getInputStream(), 64 * 1024);
    socket = fresh;
    return fresh;
  }

  private Page read() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = -1;
    boolean lastOne = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String known = header.toLowerCase(Locale.ROOT);
      if (known.startsWith("content-length:")) {
        length = Integer.parseInt(known.substring(15).strip());
      }
      lastOne |= known.startsWith("connection: close");
    }
    byte[] body = length >= 0 ? in.readNBytes(length) : chunks();
    if (lastOne) {
      close();
    }
    return new Page(status, body);
  }

  private byte[] chunks() throws IOException {
    var whole = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line().strip(), 16);
      whole.writeBytes(in.readNBytes(length));
      line();
      if (length == 0) {
        return whole.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection ended within an answer.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
