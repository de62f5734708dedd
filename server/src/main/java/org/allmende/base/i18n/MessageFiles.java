package org.allmende.base.i18n;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the message files of all modules on the class path. */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

  private static final String GERMAN_SUFFIX = "_de.properties";

  @Bean
  MessageSource messageSource() throws IOException {
    var source = new ResourceBundleMessageSource();
    source.setDefaultEncoding("UTF-8");
    source.setDefaultLocale(Locale.GERMAN);
    source.setFallbackToSystemLocale(false);
    source.setBasenames(basenames());
    return source;
  }

  private static String[] basenames() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*" + GERMAN_SUFFIX);
    return Stream.of(files)
        .map(Resource::getFilename)
        .map(name -> "messages/" + name.substring(0, name.length() - GERMAN_SUFFIX.length()))
        .sorted()
        .toArray(String[]::new);
  }
}
