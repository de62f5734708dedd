package org.allmende.base.db;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives the pool and the migrations their database. They depend on the address, the address on the
 * server: so PostgreSQL is the last thing to stop.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final String EMBEDDED = "'${allmende.database-url:}'.isBlank()";

  @Bean
  @ConditionalOnExpression(EMBEDDED)
  EmbeddedPostgres embeddedPostgres(@Value("${allmende.data:data}") Path data) {
    return EmbeddedPostgres.start(data.resolve("postgres"));
  }

  @Bean
  @ConditionalOnExpression(EMBEDDED)
  JdbcConnectionDetails embeddedDatabase(EmbeddedPostgres postgres) {
    return new Details(postgres.address("allmende"));
  }

  @Bean
  @ConditionalOnExpression("!" + EMBEDDED)
  JdbcConnectionDetails givenDatabase(@Value("${allmende.database-url}") String url) {
    return new Details(DatabaseAddress.parse(url));
  }

  /** A migration may take longer than the pool waits for an answer. */
  @Bean
  FlywayConfigurationCustomizer migrateOutsideThePool(JdbcConnectionDetails database) {
    return flyway ->
        flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
  }

  private record Details(DatabaseAddress address) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return address.user();
    }

    @Override
    public String getPassword() {
      return address.password();
    }

    @Override
    public String getJdbcUrl() {
      return address.jdbcUrl();
    }
  }
}
