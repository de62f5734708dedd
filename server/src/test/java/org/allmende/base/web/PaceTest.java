package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.time.ShiftedClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Writing without a login is counted by all nodes together, for an hour. */
@AllmendeTest
class PaceTest {

  private static final int EACH = 3;
  private static final int ALL = 5;

  @Autowired JdbcClient sql;
  @Autowired Signer signer;
  @Autowired Clock clock;

  private final String address = Ids.next();

  private Pace node() {
    return new Pace(EACH, ALL, sql, signer, clock);
  }

  private void write(Pace node, String browser) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.setCookies(new Cookie("allmende_browser", browser));
    node.count(Viewer.anonymous(Locale.GERMAN), request, new MockHttpServletResponse());
  }

  @Test
  void twoNodesCountTogetherAndForgetAfterAnHour() {
    String browser = Ids.next();
    Instant now = clock.instant();
    ShiftedClock.at(
        now,
        () -> {
          write(node(), browser);
          write(node(), browser);
          write(node(), browser);
          assertThatThrownBy(() -> write(node(), browser))
              .isInstanceOfSatisfying(
                  Problem.class, problem -> assertThat(problem.status().value()).isEqualTo(429));
          write(node(), Ids.next());
          write(node(), Ids.next());
          assertThatThrownBy(() -> write(node(), Ids.next())).isInstanceOf(Problem.class);
        });
    ShiftedClock.at(now.plus(Duration.ofMinutes(61)), () -> write(node(), browser));
    assertThat(
            sql.sql("select count(*) from base_writing where source like ? or source like ?")
                .params("%" + browser + "%", "%" + address + "%")
                .query(Integer.class)
                .single())
        .as("neither cookie nor address")
        .isZero();
  }
}
