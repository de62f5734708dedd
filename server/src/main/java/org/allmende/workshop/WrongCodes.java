package org.allmende.workshop;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops guessing of join codes: a browser has ten wrong ones in ten minutes, a network address
 * forty, because a whole town hall may sit behind one.
 */
@Component
class WrongCodes {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int PER_BROWSER = 10;
  private static final int PER_ADDRESS = 40;

  private final JdbcClient sql;
  private final Signer signer;
  private final Clock clock;

  WrongCodes(JdbcClient sql, Signer signer, Clock clock) {
    this.sql = sql;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Goes on unless too many wrong codes came from there lately.
   *
   * @throws Problem 429
   */
  void check(Visitor visitor) {
    boolean tooManyHere = visitor.browser() != null && count(browser(visitor)) >= PER_BROWSER;
    if (tooManyHere || count(address(visitor)) >= PER_ADDRESS) {
      throw Problem.tooMany("workshop.join.tooManyCodes", WINDOW.toMinutes());
    }
  }

  /** Counts a wrong code, whatever becomes of the request that brought it. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void note(Visitor visitor) {
    Instant now = clock.instant();
    sql.sql("delete from workshop_wrong_code where at < ?")
        .param(Timestamp.from(now.minus(WINDOW)))
        .update();
    sql.sql("insert into workshop_wrong_code (source, at) values (?, ?), (?, ?)")
        .params(browser(visitor), Timestamp.from(now), address(visitor), Timestamp.from(now))
        .update();
  }

  private int count(String source) {
    return sql.sql("select count(*) from workshop_wrong_code where source = ? and at > ?")
        .params(source, Timestamp.from(clock.instant().minus(WINDOW)))
        .query(Integer.class)
        .single();
  }

  private String browser(Visitor visitor) {
    return signer.sign("wrong code of browser", visitor.address() + "\n" + visitor.browser());
  }

  private String address(Visitor visitor) {
    return signer.sign("wrong code of address", visitor.address());
  }
}
