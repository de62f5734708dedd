package org.allmende.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.time.ShiftedClock;
import org.allmende.notify.Following;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** An address is kept as long as somebody has something to write to it, and a little longer. */
@AllmendeTest
class ForgottenAddressesTest {

  private static final Instant FIRST_NIGHT = Instant.parse("2034-03-01T03:00:00Z");
  private static final Duration IDLE = Duration.ofDays(ForgottenAddresses.IDLE);

  @Autowired Addresses addresses;
  @Autowired Following following;
  @Autowired ForgottenAddresses forgotten;

  /** Rolled back, because it concerns the addresses of all tests. */
  @Test
  @Transactional
  void addressWithoutUseGoesAfterSixtyDays() {
    PersonId idle = person();
    PersonId follower = person();
    following.follow(follower, new Ref("wish", Ids.next()));

    night(Duration.ZERO);
    night(IDLE.minusHours(1));
    assertThat(addresses.of(idle)).hasSize(1);

    night(IDLE.plusHours(1));
    assertThat(addresses.of(idle)).isEmpty();
    assertThat(addresses.of(follower)).hasSize(1);
  }

  @Test
  @Transactional
  void addressThatIsUsedAgainStays() {
    PersonId person = person();
    var wish = new Ref("wish", Ids.next());

    night(Duration.ZERO);
    following.follow(person, wish);
    night(Duration.ofDays(30));
    following.unfollow(person, wish);
    night(Duration.ofDays(50));
    night(IDLE.plusHours(1));
    assertThat(addresses.of(person)).hasSize(1);
  }

  private PersonId person() {
    String address = Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
    return addresses.confirmed(address, Locale.GERMAN);
  }

  private void night(Duration after) {
    ShiftedClock.at(FIRST_NIGHT.plus(after), forgotten::run);
  }
}
