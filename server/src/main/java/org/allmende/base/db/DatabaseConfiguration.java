package org.allmende.base.db;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives the pool and the migrations their database. They depend on the address, the address on the
 * server: so PostgreSQL is the last thing to stop. Which database it is, the start decides and not
 * the build, which already knows the beans.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean
  OpenDatabase database(
      @Value("${allmende.data:data}") Path data, @Value("${allmende.database-url}") String url) {
    return OpenDatabase.of(data, url);
  }

  @Bean
  JdbcConnectionDetails connectionDetails(OpenDatabase database) {
    return new Details(database.address());
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
