package org.allmende.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks address and password. After ten failures an address has to wait for a quarter of an hour;
 * the limit hangs on the account, never on the network address, because a town hall shares one.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

  private static final int FAILURES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private record Account(String person, @Nullable String passwordHash) {}

  private final JdbcClient sql;
  private final ViewerStore viewers;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final Supplier<String> decoy;

  PasswordLogin(JdbcClient sql, ViewerStore viewers, PasswordEncoder passwords, Clock clock) {
    this.sql = sql;
    this.viewers = viewers;
    this.passwords = passwords;
    this.clock = clock;
    // Made at the first login, because it is slow on purpose and a start should not wait for it.
    this.decoy =
        SingletonSupplier.of(() -> String.valueOf(passwords.encode("nobody has this password")));
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String email = attempt.getName().strip().toLowerCase(Locale.ROOT);
    String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
    String key = Hashes.sha256(email);
    if (failures(key) >= FAILURES) {
      throw new LockedException("too many failures");
    }
    Optional<Account> account =
        sql.sql(
                "select person, password_hash from people_account where email = ? and closed_at is null")
            .param(email)
            .query(Account.class)
            .optional();
    // The decoy makes an unknown address take as long as a known one.
    String other = decoy.get();
    String hash = account.map(Account::passwordHash).orElse(other);
    boolean right = passwords.matches(password, hash) && account.isPresent();
    if (!right) {
      sql.sql("insert into people_login_failure (account, at) values (?, ?)")
          .param(key)
          .param(OffsetDateTime.now(clock))
          .update();
      throw new BadCredentialsException("wrong address or password");
    }
    sql.sql("delete from people_login_failure where account = ?").param(key).update();
    Viewer viewer = viewers.find(new PersonId(account.get().person())).orElseThrow();
    return java.util.Objects.requireNonNull(Logins.context(viewer).getAuthentication());
  }

  private int failures(String account) {
    return sql.sql("select count(*) from people_login_failure where account = ? and at > ?")
        .param(account)
        .param(OffsetDateTime.now(clock).minus(WINDOW))
        .query(Integer.class)
        .single();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
