package org.allmende.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.allmende.base.archive.Migrations;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Problem;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The few parts of the program that a command needs, made when it asks for them: no pages, no jobs,
 * no index.
 */
final class Wiring implements AutoCloseable {
  private final AnnotationConfigApplicationContext parts;

  private Wiring(AnnotationConfigApplicationContext parts) {
    this.parts = parts;
  }

  static Wiring of(OpenDatabase database) {
    try (Connection connection = database.connect()) {
      Migrations.mustBeOfThisProgram(connection);
    } catch (SQLException e) {
      throw new CommandRefused("The database does not answer: " + e.getMessage());
    }
    var parts = new AnnotationConfigApplicationContext();
    try {
      parts
          .getEnvironment()
          .getPropertySources()
          .addLast(new ResourcePropertySource("classpath:application.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parts.setBeanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator());
    parts.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    parts.registerBean("lifecycleProcessor", LifecycleProcessor.class, NothingStarts::new);
    parts.registerBean(DataSource.class, database::source);
    parts.registerBean(JdbcClient.class, () -> JdbcClient.create(database.source()));
    parts.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.source()));
    parts.register(Transactions.class);
    parts.scan("org.allmende.base", "org.allmende.tenant", "org.allmende.people");
    parts.refresh();
    return new Wiring(parts);
  }

  /** Does the work; what is wrong is said as a sentence. */
  <T> T doing(Supplier<T> work) {
    try {
      return work.get();
    } catch (Problem e) {
      throw new CommandRefused(part(Texts.class).of(Locale.ENGLISH, e.message()));
    }
  }

  <T> T part(Class<T> type) {
    return parts.getBean(type);
  }

  @Override
  public void close() {
    parts.close();
  }

  /** Makes façades transactional. */
  @EnableTransactionManagement(proxyTargetClass = true)
  static final class Transactions {}

  /** Leaves jobs and feeds to the server. */
  private static final class NothingStarts implements LifecycleProcessor {
    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
