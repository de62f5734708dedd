package org.allmende.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A mail server on this machine that takes everything and keeps it. */
final class Post implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  Post() {
    server.start();
  }

  String url() {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort();
  }

  /** Waits for a mail to the address with these words, and gives its whole text. */
  String holds(String address, String words) {
    return Eventually.find(
        "mail to " + address + " with „" + words + "“",
        () ->
            Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .map(Post::text)
                .filter(text -> text.contains(words))
                .findFirst());
  }

  /** The link in a mail to the address whose path begins so. */
  String link(String address, String path) {
    String text = holds(address, path);
    Optional<MatchResult> link =
        Pattern.compile("https?://[^\\s\"<]+" + Pattern.quote(path) + "[^\\s\"<]*")
            .matcher(text)
            .results()
            .findFirst();
    return link.orElseThrow().group();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getAllRecipients())
          .anyMatch(recipient -> recipient.toString().contains(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return mail.getSubject() + "\n" + body(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String body(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        all.append(body(inner)).append('\n');
      }
      return all.toString();
    }
    return String.valueOf(part.getContent());
  }

  @Override
  public void close() {
    server.stop();
  }
}
