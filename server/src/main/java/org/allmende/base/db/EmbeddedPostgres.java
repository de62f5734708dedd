package org.allmende.base.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.base.archive.ArchiveReader;
import org.allmende.base.archive.ArchiveWriter;
import org.allmende.base.archive.Restore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own that loses nothing it acknowledged: it syncs every commit, outlives a
 * killed Java (the next start takes it over again), is started again when it dies, and is stopped
 * by the last one who uses it.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "allmende";

  /** Long, because after a crash PostgreSQL first replays its log. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  /** The programs may enter the data folder, but perhaps not the folders above it. */
  private static final List<String> HERE = List.of("-D", "/proc/self/cwd");

  private final PostgresFolder folder;
  private final Path data;
  private final Unprivileged runner;
  private final FileChannel lockFile;
  private FileLock use;
  private final String password;
  private volatile boolean closing;
  private int port;

  private EmbeddedPostgres(
      PostgresFolder folder, Path data, Unprivileged runner, FileChannel lockFile, FileLock use)
      throws IOException {
    this.folder = folder;
    this.data = data;
    this.runner = runner;
    this.lockFile = lockFile;
    this.use = use;
    this.password = folder.password();
  }

  /** A database beside this one for the time of an upgrade, under the same lock. */
  private EmbeddedPostgres beside(Path otherData, PostgresBinaries binaries) throws IOException {
    return new EmbeddedPostgres(folder, otherData, runner.with(binaries), lockFile, use);
  }

  static EmbeddedPostgres start(Path path) {
    try {
      Files.createDirectories(path);
      return start(path, Unprivileged.ways(path, PostgresBinaries.OURS));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static EmbeddedPostgres start(Path path, List<Unprivileged> ways) {
    try {
      PostgresFolder folder = new PostgresFolder(path.toAbsolutePath().normalize());
      FileChannel lockFile = folder.lockFile();
      try (FileLock _ = PostgresFolder.starting(lockFile)) {
        Unprivileged runner = Unprivileged.firstThatWorks(ways);
        EmbeddedPostgres postgres =
            new EmbeddedPostgres(
                folder,
                folder.data(runner.binaries().major()),
                runner,
                lockFile,
                PostgresFolder.using(lockFile));
        postgres.prepare();
        postgres.start();
        postgres.watch();
        return postgres;
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static DatabaseUnavailable failed(IOException e) {
    return new DatabaseUnavailable("PostgreSQL cannot be started: " + e.getMessage(), e);
  }

  /** How to reach one of its databases, by the one login there is. */
  DatabaseAddress address(String database) {
    return DatabaseAddress.loopback(port, database, USER, password);
  }

  void createDatabaseIfMissing(String name) {
    try (Connection connection = connect("postgres");
        PreparedStatement query =
            connection.prepareStatement("select from pg_database where datname = ?");
        Statement statement = connection.createStatement()) {
      query.setString(1, name);
      if (!query.executeQuery().next()) {
        statement.execute("create database " + statement.enquoteIdentifier(name, true));
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable("The database " + name + " cannot be made.", e);
    }
  }

  Connection connect(String database) throws SQLException {
    DatabaseAddress address = address(database);
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  /** Makes the data folder, or takes over what another version of PostgreSQL left. */
  private void prepare() throws IOException {
    folder.mustNotBeMoved();
    int major = runner.binaries().major();
    folder.mustNotBeNewerThan(major);
    Optional<Integer> older = folder.newestOlderThan(major);
    if (!Files.exists(data)) {
      if (older.isPresent()) {
        upgrade(older.get());
      } else {
        initialise();
      }
    }
    folder.setAsideOlderThan(major);
  }

  /**
   * Copies all rows out of the older database by its own programs into a new one, which gets its
   * name only once it holds the same. Begun anew if it was interrupted.
   */
  private void upgrade(int older) throws IOException {
    log.info("Taking the database of PostgreSQL {} over, this takes a moment.", older);
    Path archive = folder.path().resolve("upgrade.zip");
    Files.deleteIfExists(archive);
    PostgresBinaries programs =
        PostgresBinaries.unpackedBefore(older, List.of(runner.programs(), folder.path()));
    beside(folder.data(older), programs)
        .during(from -> {
          try (Connection connection = from.connect(USER)) {
            var _ = new ArchiveWriter(connection, Clock.systemUTC()).rowsOnly(archive);
          }
        });
    Path fresh = folder.path().resolve("data.upgrading");
    EmbeddedPostgres to = beside(fresh, runner.binaries());
    // One that an interrupted attempt left running.
    to.stop();
    Folders.delete(fresh);
    to.initialise();
    to.during(target -> {
      try (ArchiveReader reader = ArchiveReader.open(archive)) {
        new Restore(reader).into(OpenDatabase.source(target.address(USER)));
      }
    });
    Files.move(fresh, data);
    folder.sync();
    Files.delete(archive);
  }

  /** Starts it for the time of some work. */
  private void during(Work work) throws IOException {
    start();
    try {
      work.on(this);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("The database cannot be taken over: " + e.getMessage(), e);
    } finally {
      stop();
    }
  }

  /** What is done while a database runs. */
  private interface Work {
    void on(EmbeddedPostgres postgres) throws SQLException;
  }

  private void start() throws IOException {
    if (!adopt()) {
      Folders.give(data, runner.uid());
      launch(folder.port());
    }
    createDatabaseIfMissing(USER);
  }

  /** Brings the server back when it dies although somebody uses it. */
  private void watch() {
    Thread.ofVirtual()
        .name("postgres-watch")
        .start(() -> {
          while (!closing) {
            try {
              if (!awaitEnd()) {
                bringBack();
              }
            } catch (IOException | RuntimeException e) {
              log.error("PostgreSQL is gone and does not start again: {}", e.getMessage());
              pause(BETWEEN_TRIES);
            }
          }
        });
  }

  /** Waits a moment for its end; false when it is over. */
  private boolean awaitEnd() throws IOException {
    Optional<PostmasterPid> running = PostmasterPid.of(data);
    if (running.isEmpty() || !running.get().worksIn(data)) {
      return false;
    }
    pause(LOOK);
    return true;
  }

  private synchronized void bringBack() throws IOException {
    if (closing) {
      return;
    }
    try (FileLock _ = PostgresFolder.starting(lockFile)) {
      int before = port;
      if (adopt()) {
        return;
      }
      log.warn("PostgreSQL died; starting it again.");
      // The pools know this port, so it has to be free again.
      launch(before);
      log.warn("PostgreSQL is back.");
    }
  }

  private void initialise() throws IOException {
    log.info("Making the database in {}, this takes a moment.", data);
    Path fresh = folder.path().resolve("data.new");
    Folders.delete(fresh);
    Files.createDirectory(fresh, PostgresFolder.OWNER_ENTERS);
    Path login = Files.createTempFile("allmende", "", PostgresFolder.OWNER_ONLY);
    try {
      Files.writeString(login, password);
      Folders.give(login, runner.uid());
      Folders.give(fresh, runner.uid());
      initdb(fresh, login);
    } finally {
      Files.delete(login);
    }
    Files.move(fresh, data);
    folder.sync();
  }

  private void initdb(Path fresh, Path login) throws IOException {
    List<String> arguments =
        Stream.concat(
                HERE.stream(),
                Stream.of(
                    "--username=" + USER,
                    "--auth=scram-sha-256",
                    "--pwfile=/dev/stdin",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"))
            .toList();
    Process process =
        runner
            .process(List.of(), "initdb", arguments)
            .directory(fresh.toFile())
            .redirectInput(login.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitValue(process) != 0) {
      throw new DatabaseUnavailable(
          "PostgreSQL cannot be set up in %s: %s".formatted(folder.path(), lastLine(said)));
    }
  }

  /** Takes over a server that a killed Java left running. */
  private boolean adopt() throws IOException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!closing && Instant.now().isBefore(limit)) {
      Optional<PostmasterPid> found = PostmasterPid.of(data);
      if (found.isEmpty() || !found.get().alive()) {
        return false;
      }
      if (!found.get().worksIn(data)) {
        // The number belongs to another program now; PostgreSQL would take that for itself.
        Files.delete(PostmasterPid.file(data));
        return false;
      }
      port = found.get().port();
      if (found.get().ready() && answers()) {
        return true;
      }
      pause();
    }
    throw new DatabaseUnavailable("A PostgreSQL runs in %s but does not answer.".formatted(data));
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Tries again for a moment, because the children of a killed server need one to end. */
  private void launch(int on) throws IOException {
    Instant limit = Instant.now().plus(PATIENCE);
    port = on;
    folder.keepLogSmall();
    while (true) {
      Process process = process().start();
      if (becomesReady(process)) {
        return;
      }
      String reason = lastLine(Files.readString(folder.log()));
      boolean passing = reason.contains("still in use") || reason.contains("lock file");
      if (!passing || Instant.now().isAfter(limit)) {
        throw new DatabaseUnavailable(
            "PostgreSQL does not start: %s (more in %s)".formatted(reason, folder.log()));
      }
      pause();
    }
  }

  private ProcessBuilder process() throws IOException {
    List<String> settings =
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "port=" + port,
            "cluster_name=allmende",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "timezone=UTC",
            "log_timezone=UTC",
            // What people wrote does not belong into the log.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");
    List<String> arguments =
        Stream.concat(HERE.stream(), settings.stream().flatMap(s -> Stream.of("-c", s))).toList();
    return runner
        // Away from the terminal, so that Ctrl-C ends Allmende first.
        .process(List.of("setsid"), "postgres", arguments)
        .directory(data.toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
  }

  private boolean becomesReady(Process process) throws IOException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (process.isAlive() && !closing && Instant.now().isBefore(limit)) {
      Optional<PostmasterPid> pid = PostmasterPid.of(data);
      if (pid.isPresent() && pid.get().pid() == process.pid() && pid.get().ready()) {
        return true;
      }
      pause();
    }
    return false;
  }

  /** Stops the server, unless another Allmende on the same folder still uses it. */
  @Override
  public void close() {
    closing = true;
    release();
  }

  private synchronized void release() {
    try (lockFile;
        FileLock _ = PostgresFolder.starting(lockFile)) {
      use.release();
      if (!PostgresFolder.usedByOthers(lockFile)) {
        stop();
      }
    } catch (IOException e) {
      log.warn("PostgreSQL could not be stopped: {}", e.getMessage());
    }
  }

  /** Whether nobody else uses the server now; others that start meanwhile wait no longer for us. */
  synchronized boolean isOursAlone() {
    try {
      use.release();
      try {
        return !PostgresFolder.usedByOthers(lockFile);
      } finally {
        use = PostgresFolder.using(lockFile);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void markMoved() {
    try {
      folder.markMoved();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Lets go of the server without stopping it, as when this Java is killed. */
  synchronized void abandon() throws IOException {
    closing = true;
    lockFile.close();
  }

  private void stop() throws IOException {
    Optional<PostmasterPid> running = PostmasterPid.of(data);
    if (running.isEmpty() || !running.get().worksIn(data)) {
      return;
    }
    // SIGINT lets it end its transactions and write everything; Java itself cannot send that.
    exitValue(new ProcessBuilder("sh", "-c", "kill -INT " + running.get().pid()).start());
    Instant limit = Instant.now().plus(PATIENCE);
    // It removes the file as the very last thing.
    while (running.get().alive() && Files.exists(PostmasterPid.file(data))) {
      if (Instant.now().isAfter(limit)) {
        log.warn("PostgreSQL is still ending.");
        return;
      }
      pause();
    }
  }

  private static String lastLine(String text) {
    return text.lines()
        .filter(line -> line.contains("FATAL") || line.contains("error:"))
        .reduce((_, later) -> later)
        .orElseGet(() -> text.lines().reduce("", (_, later) -> later))
        .replaceFirst("^.*?(FATAL|error):\\s*", "");
  }

  private static int exitValue(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start of PostgreSQL was interrupted.", e);
    }
  }

  private static void pause() {
    pause(Duration.ofMillis(10));
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start of PostgreSQL was interrupted.", e);
    }
  }
}
