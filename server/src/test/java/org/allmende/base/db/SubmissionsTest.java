package org.allmende.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class SubmissionsTest {
  @Autowired Submissions submissions;
  @Autowired TransactionTemplate transaction;

  private final AtomicInteger created = new AtomicInteger();

  @Test
  void aSecondSendGetsTheFirstId() {
    String key = Ids.next();
    assertThat(send("wish", key)).isEqualTo("1");
    assertThat(send("wish", key)).isEqualTo("1");
    assertThat(send("dataset", key)).isEqualTo("2");
    assertThat(send("wish", Ids.next())).isEqualTo("3");
  }

  @Test
  void withoutAKeyEverySendCreates() {
    assertThat(send("wish", null)).isEqualTo("1");
    assertThat(send("wish", null)).isEqualTo("2");
  }

  @Test
  void aTwinWaitsForTheFirst() throws Exception {
    String key = Ids.next();
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<String> first =
          two.submit(() ->
              transaction.execute(_ ->
                  submissions.once(
                      "wish",
                      key,
                      () -> {
                        inside.countDown();
                        awaitQuietly(goOn);
                        return next();
                      })));
      inside.await();
      Future<String> twin = two.submit(() -> send("wish", key));
      Thread.sleep(200);
      assertThat(twin.isDone()).isFalse();
      goOn.countDown();
      assertThat(first.get()).isEqualTo("1");
      assertThat(twin.get()).isEqualTo("1");
      assertThat(created).hasValue(1);
    }
  }

  @Test
  void aFailedFirstLeavesTheKeyToTheNext() {
    String key = Ids.next();
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ ->
                submissions.once(
                    "wish",
                    key,
                    () -> {
                      throw new IllegalStateException("refused");
                    })))
        .hasMessage("refused");
    assertThat(send("wish", key)).isEqualTo("1");
  }

  private String send(String scope, @Nullable String key) {
    return transaction.execute(_ -> submissions.once(scope, key, this::next));
  }

  private String next() {
    return Integer.toString(created.incrementAndGet());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
