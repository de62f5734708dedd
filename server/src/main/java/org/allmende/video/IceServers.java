package org.allmende.video;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The servers that help browsers to find each other through firewalls. None unless the operator
 * names some: nobody else is to hear who takes part.
 */
@Component
class IceServers {

  /** Longer than the longest workshop. */
  private static final Duration LIFE = Duration.ofHours(12);

  /** As the browser wants it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Server(List<String> urls, @Nullable String username, @Nullable String credential) {}

  private final List<String> stun;
  private final List<String> turn;
  private final String user;
  private final String password;
  private final String secret;
  private final Clock clock;

  IceServers(
      @Value("${allmende.video.stun:}") String stun,
      @Value("${allmende.video.turn:}") String turn,
      @Value("${allmende.video.turn-user:}") String user,
      @Value("${allmende.video.turn-password:}") String password,
      @Value("${allmende.video.turn-secret:}") String secret,
      Clock clock) {
    this.stun = list(stun);
    this.turn = list(turn);
    this.user = user;
    this.password = password;
    this.secret = secret;
    this.clock = clock;
  }

  private static List<String> list(String setting) {
    return Arrays.stream(setting.split(","))
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .toList();
  }

  /** What the browser on a line may use. */
  List<Server> of(Attendee attendee) {
    List<Server> servers = new ArrayList<>();
    if (!stun.isEmpty()) {
      servers.add(new Server(stun, null, null));
    }
    if (!turn.isEmpty()) {
      servers.add(secret.isEmpty() ? new Server(turn, user, password) : shortLived(attendee.id()));
    }
    return servers;
  }

  /** Access that ends by itself, as coturn's {@code use-auth-secret} checks it. */
  private Server shortLived(String line) {
    String name = clock.instant().plus(LIFE).getEpochSecond() + ":" + line;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] proof = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return new Server(turn, name, Base64.getEncoder().encodeToString(proof));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
