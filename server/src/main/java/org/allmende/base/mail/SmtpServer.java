package org.allmende.base.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The server mails are handed to, read from {@code smtp(s)://user:password@host:port}. */
final class SmtpServer {
  private static final String PATIENCE = "15000";

  private SmtpServer() {}

  static JavaMailSenderImpl sender(String url) {
    URI uri;
    try {
      uri = URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    boolean tls = "smtps".equals(uri.getScheme());
    if (uri.getHost() == null || !(tls || "smtp".equals(uri.getScheme()))) {
      throw unreadable();
    }
    var sender = new JavaMailSenderImpl();
    String protocol = tls ? "smtps" : "smtp";
    sender.setProtocol(protocol);
    sender.setHost(uri.getHost());
    sender.setPort(uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587);
    sender.setDefaultEncoding("UTF-8");
    login(sender, uri.getRawUserInfo());
    var settings = sender.getJavaMailProperties();
    String prefix = "mail." + protocol + ".";
    settings.setProperty(prefix + "auth", String.valueOf(uri.getRawUserInfo() != null));
    settings.setProperty(prefix + "starttls.enable", "true");
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "connectiontimeout", PATIENCE);
    settings.setProperty(prefix + "timeout", PATIENCE);
    settings.setProperty(prefix + "writetimeout", PATIENCE);
    return sender;
  }

  private static void login(JavaMailSenderImpl sender, @Nullable String userInfo) {
    if (userInfo == null) {
      return;
    }
    String[] parts = userInfo.split(":", 2);
    sender.setUsername(decoded(parts[0]));
    if (parts.length > 1) {
      sender.setPassword(decoded(parts[1]));
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without the address itself, because it holds a password. */
  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "ALLMENDE_SMTP_URL cannot be read; write smtp://user:password@host:port");
  }
}
