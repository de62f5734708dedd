package org.allmende.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does something for each of many, a few at a time. */
final class AtOnce {

  private static final int PLACES = 4;

  private AtOnce() {}

  /** Returns once all is done; the first failure is the failure of all. */
  static <T> void each(List<T> all, Consumer<T> work) {
    var places = new Semaphore(PLACES);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> started = new ArrayList<>();
      for (T one : all) {
        started.add(
            threads.submit(() -> {
              places.acquireUninterruptibly();
              try {
                work.accept(one);
              } finally {
                places.release();
              }
            }));
      }
      for (Future<?> one : started) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
