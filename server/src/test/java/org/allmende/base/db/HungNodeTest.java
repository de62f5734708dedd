package org.allmende.base.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that hangs or whose computer is gone keeps its locks for seconds, not for hours. */
@AllmendeTest
class HungNodeTest {
  @Autowired JdbcClient jdbc;

  @Test
  void losesItsTransactionAndItsLine() {
    Map<String, String> limits =
        Stream.of(
                "idle_in_transaction_session_timeout",
                "tcp_keepalives_idle",
                "tcp_keepalives_interval",
                "tcp_keepalives_count")
            .collect(
                Collectors.toMap(
                    name -> name, name -> jdbc.sql("show " + name).query(String.class).single()));
    assertThat(limits)
        .isEqualTo(
            Map.of(
                "idle_in_transaction_session_timeout", "15s",
                "tcp_keepalives_idle", "5",
                "tcp_keepalives_interval", "5",
                "tcp_keepalives_count", "3"));
  }
}
