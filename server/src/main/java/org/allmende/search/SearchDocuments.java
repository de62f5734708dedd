package org.allmende.search;

import org.allmende.base.id.Ref;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where owners say what can be found of their things, in the transaction that changes the thing.
 */
@Component
public class SearchDocuments {

  private final SearchStore store;
  private final IndexFeed feed;

  SearchDocuments(SearchStore store, IndexFeed feed) {
    this.store = store;
    this.feed = feed;
  }

  /** Says what can be found of a thing, in place of whatever was said before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(SearchDocument document) {
    store.put(document);
    nudgeAfterCommit();
  }

  /** Says that a thing can no longer be found; one never put is no error. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Ref ref) {
    store.remove(ref);
    nudgeAfterCommit();
  }

  private void nudgeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            feed.nudge();
          }
        });
  }
}
