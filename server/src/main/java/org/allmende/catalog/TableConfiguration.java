package org.allmende.catalog;

import java.io.IOException;
import java.nio.file.Path;
import org.allmende.tabular.StoreLimits;
import org.allmende.tabular.TableStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of tables, in a folder of its own under the data folder. */
@Configuration(proxyBeanMethods = false)
class TableConfiguration {

  @Bean(destroyMethod = "close")
  static TableStore tableStore(@Value("${allmende.data:data}") Path data) throws IOException {
    return TableStore.open(folder(data), StoreLimits.SMALL);
  }

  static Path folder(Path data) {
    return data.resolve("tables");
  }
}
