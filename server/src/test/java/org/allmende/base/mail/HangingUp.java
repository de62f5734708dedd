package org.allmende.base.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that cuts the connection when it sees a certain subject. */
final class HangingUp implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final String hated;

  HangingUp(String hated) throws IOException {
    this.hated = hated;
    Thread.ofVirtual()
        .start(() -> {
          while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
              serve(visitor);
            } catch (IOException closed) {
              // the next one
            }
          }
        });
  }

  int port() {
    return door.getLocalPort();
  }

  List<String> taken() {
    return taken;
  }

  private void serve(Socket visitor) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
    say(visitor, "220 here");
    boolean reading = false;
    String subject = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("Subject: ")) {
        subject = line.substring(9);
        if (subject.equals(hated)) {
          return;
        }
      }
      if (line.equals("DATA")) {
        reading = true;
        say(visitor, "354 go on");
      } else if (line.equals(".") || !reading) {
        if (reading) {
          taken.add(subject);
        }
        reading = false;
        say(visitor, "250 fine");
      }
    }
  }

  private static void say(Socket visitor, String line) throws IOException {
    visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    visitor.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
