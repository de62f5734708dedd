package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

  @Test
  void theDatabaseIsAway() {
    assertThat(status(sql("57P01"))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(status(sql("08006"))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(
            status(
                new CannotCreateTransactionException(
                    "no", new SQLTransientConnectionException("none is free"))))
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(
            status(
                new TransactionSystemException(
                    "JDBC rollback failed", new SQLException("Connection is closed"))))
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
  }

  @Test
  void theDiskIsFull() {
    assertThat(status(sql("53100"))).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
    assertThat(status(new UncheckedIOException(new IOException("x: No space left on device"))))
        .isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
    var rollback = new TransactionSystemException("JDBC rollback failed");
    rollback.initApplicationException(sql("53100"));
    assertThat(status(rollback)).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
  }

  @Test
  void everythingElseIsAFailureOfOurs() {
    assertThat(Outage.behind(new DataIntegrityViolationException("twice", sql("23505")))).isEmpty();
    assertThat(Outage.behind(new IllegalStateException())).isEmpty();
    assertThat(Outage.behind(null)).isEmpty();
  }

  private static HttpStatus status(Throwable failure) {
    return Outage.behind(failure).orElseThrow().status();
  }

  private static UncategorizedSQLException sql(String state) {
    return new UncategorizedSQLException("query", "select", new SQLException("no", state));
  }
}
