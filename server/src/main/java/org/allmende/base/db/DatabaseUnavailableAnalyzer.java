package org.allmende.base.db;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what to do when the start fails for want of a database. */
final class DatabaseUnavailableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailable cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set ALLMENDE_DATABASE_URL to a PostgreSQL 18 of your own, for example"
            + " postgresql://allmende:password@localhost:5432/allmende",
        cause);
  }
}
