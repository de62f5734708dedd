package org.allmende.base.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names what the database shows at a moment. */
@Component
public class Snapshots {

  private final JdbcClient sql;

  Snapshots(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The transactions visible now, as PostgreSQL names them ({@code xmin:xmax:in progress}). Twice
   * the same name means that every query answers the same, on whatever node it is asked.
   */
  public String current() {
    return sql.sql("select pg_current_snapshot()::text").query(String.class).single();
  }
}
