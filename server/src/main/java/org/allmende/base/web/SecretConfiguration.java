package org.allmende.base.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the installation's secret in the database, so that all nodes and every restart share it.
 */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

  @Bean
  Signer signer(JdbcClient sql) {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    sql.sql(
            "insert into base_secret (name, value) values ('signer', :value) on conflict do nothing")
        .param("value", HexFormat.of().formatHex(fresh))
        .update();
    String kept =
        sql.sql("select value from base_secret where name = 'signer'").query(String.class).single();
    return new Signer(HexFormat.of().parseHex(kept));
  }
}
