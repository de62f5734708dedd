package org.allmende.bench.survive;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A small mail server that keeps whatever is sent to it. Now and then it takes a mail and hangs up
 * without a word, as servers do; and it can be away for a while.
 */
final class Postbox implements AutoCloseable {
  private static final int HANGS_UP_ONCE_IN = 25;

  private final int port;
  private final Random random;
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final List<Socket> visitors = new CopyOnWriteArrayList<>();
  private volatile @Nullable ServerSocket door;
  private volatile int hungUp;

  Postbox(int port, Random random) throws IOException {
    this.port = port;
    this.random = random;
    open();
  }

  String url() {
    return "smtp://localhost:" + port;
  }

  List<Letter> letters() {
    return letters;
  }

  /** How often it took a mail without saying so. */
  int hungUp() {
    return hungUp;
  }

  void open() throws IOException {
    ServerSocket fresh = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    door = fresh;
    Thread.ofVirtual().start(() -> welcome(fresh));
  }

  /** Nobody is there any more; who calls is not heard. */
  @Override
  public void close() throws IOException {
    ServerSocket open = door;
    if (open != null) {
      open.close();
    }
    for (Socket visitor : visitors) {
      visitor.close();
    }
  }

  private void welcome(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        Socket visitor = open.accept();
        visitors.add(visitor);
        Thread.ofVirtual().start(() -> serve(visitor));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor;
        var in =
            new BufferedReader(
                new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = visitor.getOutputStream();
      say(out, "220 postbox");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase();
        switch (word) {
          case "DATA" -> {
            say(out, "354 go on");
            boolean known = keep(content(in));
            if (!known && random.nextInt(HANGS_UP_ONCE_IN) == 0) {
              hungUp++;
              return;
            }
            say(out, "250 taken");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 fine");
        }
      }
    } catch (IOException | MessagingException goneInTheMiddle) {
      // A mail is kept when it arrived as a whole, else not at all.
    } finally {
      visitors.remove(visitor);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static byte[] content(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("hung up before the end");
      }
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether it came before. */
  private boolean keep(byte[] content) throws MessagingException, IOException {
    var mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    var letter =
        new Letter(
            mail.getMessageID(),
            mail.getAllRecipients()[0].toString(),
            mail.getSubject(),
            plain(mail));
    boolean known = letters.stream().anyMatch(other -> other.sameAs(letter));
    letters.add(letter);
    return known;
  }

  private static String plain(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        all.append(plain(inner));
      }
      return all.toString();
    }
    return part.isMimeType("text/plain") ? String.valueOf(part.getContent()) : "";
  }
}
