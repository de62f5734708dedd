package org.allmende;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds a row until all who come have come and wait, in the order they came. */
public final class Queue {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final TransactionTemplate transaction;
  private final JdbcClient sql;

  public Queue(TransactionTemplate transaction, JdbcClient sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  /** Lets go of the row when all wait; how each of them ended. */
  @SafeVarargs
  public final <T> List<Future<T>> behind(String table, String id, Callable<T>... comers) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> coming = new ArrayList<>();
      transaction.executeWithoutResult(_ -> {
        sql.sql("select id from " + table + " where id = ? for update")
            .param(id)
            .query(String.class)
            .single();
        for (Callable<T> comer : comers) {
          coming.add(threads.submit(comer));
          // Asked by who holds the row: the database ends a transaction that is idle too long.
          await()
              .pollInSameThread()
              .atMost(PATIENCE)
              .until(() -> ended(coming) + waiting() >= coming.size());
        }
      });
      return coming;
    }
  }

  private static <T> long ended(List<Future<T>> coming) {
    return coming.stream().filter(Future::isDone).count();
  }

  private long waiting() {
    return sql.sql("select count(distinct pid) from pg_locks where not granted")
        .query(Long.class)
        .single();
  }

  /** Why somebody who came did not get through. */
  public static Throwable refusal(Future<?> comer) {
    try {
      throw new AssertionError("got through with " + comer.get());
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
