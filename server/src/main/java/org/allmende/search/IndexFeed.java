package org.allmende.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's index at what the database says: reads everything at start, in the background,
 * then whatever was settled since, at a nudge or once a second. While the database is away the
 * index answers from what it has.
 */
@Component
class IndexFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMillis(50);
  private static final int TURNS = 30;
  private static final Duration LONGEST_FILLING = Duration.ofSeconds(10);
  private static final long NOTHING_READ = -1;

  private final SearchStore store;
  private final SearchIndex index;
  private final Synonyms synonyms;
  private final Semaphore nudges = new Semaphore(0);
  private final CountDownLatch filled = new CountDownLatch(1);
  private long readUpTo = NOTHING_READ;
  private volatile @Nullable Thread thread;

  IndexFeed(SearchStore store, SearchIndex index, Synonyms synonyms) {
    this.store = store;
    this.index = index;
    this.synonyms = synonyms;
  }

  /**
   * Waits, for a while at most, until everything was read for the first time: a node that has just
   * started does not say that there is nothing.
   */
  void awaitFilled() {
    try {
      var _ = filled.await(LONGEST_FILLING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks for the news soon. */
  void nudge() {
    nudges.release();
  }

  @Override
  public void start() {
    // Known before it runs: it ends by itself when it is no longer the one.
    Thread fresh = Thread.ofVirtual().name("search-feed").unstarted(this::run);
    thread = fresh;
    fresh.start();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        catchUp();
      } catch (RuntimeException e) {
        LOG.warn("The search index could not be fed, trying again: {}", e.getMessage());
      }
      try {
        if (nudges.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Comes back when everything committed before the call is in the index, or after a short while if
   * an older transaction keeps it unsettled.
   */
  void settle() {
    catchUp();
    for (int turn = 0; turn < TURNS && store.isUnsettled(readUpTo()); turn++) {
      LockSupport.parkNanos(TURN.toNanos());
      catchUp();
    }
  }

  private synchronized long readUpTo() {
    return readUpTo;
  }

  /** Brings index and synonyms to what is settled now. */
  synchronized void catchUp() {
    synonyms.refresh();
    long from = readUpTo;
    readUpTo = from == NOTHING_READ ? store.all(index::write) : store.since(from, index::write);
    index.show();
    filled.countDown();
  }
}
