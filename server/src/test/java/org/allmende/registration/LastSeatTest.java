package org.allmende.registration;

import static org.allmende.registration.RegistrationState.CONFIRMED;
import static org.allmende.registration.RegistrationState.WAITLISTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Problem;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hundred people at once, and never a seat too many. */
@AllmendeTest
class LastSeatTest {

  private static final int CROWD = 100;

  @Autowired Tenants tenants;
  @Autowired Registrations registrations;
  @Autowired Addresses addresses;

  @RepeatedTest(5)
  void oneOfAHundredGetsTheLastSeat() throws Exception {
    var hall = new Hall(tenants, registrations, addresses, 3);
    hall.come(Hall.EARLY, "Anna", 2);
    List<Registration> crowd =
        atOnce(i -> {
          Registration mine = hall.comeFirst("Gast " + i, Hall.mail("gast" + i), 1);
          // What is told in the answer is what holds.
          assertThat(mine.state()).isIn(CONFIRMED, WAITLISTED);
          return mine;
        });
    assertThat(crowd).filteredOn(one -> one.is(CONFIRMED)).hasSize(1);
    assertThat(hall.seats()).isEqualTo(new Seats(3, 3, 0, 99, 0));
    assertThat(crowd.stream().flatMap(one -> registrations.place(one).stream()).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 99).boxed().toList());
  }

  @RepeatedTest(3)
  void whoComesAndWhoLeavesNeverFillASeatTwice() throws Exception {
    var hall = new Hall(tenants, registrations, addresses, 10);
    List<Registration> seated = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      seated.add(hall.come(Hall.EARLY, "Platz " + i, 1));
    }
    List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    atOnce(i -> {
      if (i % 10 == 0) {
        registrations.leave(seated.get(i / 10).id());
      } else {
        hall.come(Hall.EARLY, "Gast " + i, 1 + i % 3);
      }
      Seats seats = hall.seats();
      taken.add(seats.confirmed() + seats.offered());
      return i;
    });
    assertThat(taken).hasSize(CROWD).allMatch(seats -> seats <= 10);
    // Nobody waits who would fit: every seat was given on by whoever freed it.
    assertThat(hall.seats().free()).isZero();
  }

  @Test
  void oneAddressRegistersOnce() throws Exception {
    var hall = new Hall(tenants, registrations, addresses, 50);
    String mail = Hall.mail("eilig");
    List<Boolean> done =
        atOnce(i -> {
          try {
            hall.comeFirst("Eilig", i % 2 == 0 ? mail : mail.toUpperCase(Locale.ROOT), 1);
            return true;
          } catch (Problem problem) {
            assertThat(problem.message().key()).isEqualTo("registration.already");
            return false;
          }
        });
    assertThat(done).filteredOn(one -> one).hasSize(1);
    assertThat(hall.seats()).isEqualTo(new Seats(50, 1, 0, 0, 0));
  }

  /** What one of the crowd does. */
  private interface Deed<T> {
    T done(int number) throws Exception;
  }

  private static <T> List<T> atOnce(Deed<T> deed) throws Exception {
    var start = new CountDownLatch(1);
    try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD)) {
      List<Future<T>> running =
          IntStream.range(0, CROWD)
              .mapToObj(i ->
                  crowd.submit(() -> {
                    start.await();
                    return ShiftedClock.at(
                        Hall.EARLY, (ScopedValue.CallableOp<T, Exception>) () -> deed.done(i));
                  }))
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
