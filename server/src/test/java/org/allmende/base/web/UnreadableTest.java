package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;

class UnreadableTest {

  @Test
  void whatTheDatabaseCannotKeepIsTheSendersToMend() {
    var refused =
        new UncategorizedSQLException("update", "insert", new SQLException("too large", "22003"));
    Problem problem = Unreadable.of(refused);
    assertThat(problem).isNotNull();
    assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aDatabaseThatIsAwayIsNobodysFault() {
    // A connection that broke in the middle gives no state.
    var broken = new SQLException("Connection is closed");
    assertThat(Unreadable.of(new DataAccessResourceFailureException("query", broken))).isNull();
    assertThat(Unreadable.of(null)).isNull();
  }
}
