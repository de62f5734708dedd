package org.allmende.base.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A way to run PostgreSQL's programs, which refuse to be root: as whom, and where they lie. */
record Unprivileged(List<String> prefix, int uid, Path programs, PostgresBinaries binaries) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  /** Where everybody can enter, for when the data folder lies below one that only root can. */
  private static final Path ENTERABLE = Path.of("/var/cache/allmende/postgres");

  static List<Unprivileged> ways(Path folder, PostgresBinaries binaries) throws IOException {
    int self = Folders.owner(Path.of("/proc/self").toRealPath());
    if (self != ROOT) {
      return List.of(new Unprivileged(List.of(), self, folder, binaries));
    }
    return asRoot(folder, binaries);
  }

  static List<Unprivileged> asRoot(Path folder, PostgresBinaries binaries) {
    List<String> setpriv =
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=-all",
            "--no-new-privs");
    return List.of(
        new Unprivileged(List.of("unshare", "-U"), ROOT, folder, binaries),
        new Unprivileged(setpriv, NOBODY, folder, binaries),
        new Unprivileged(setpriv, NOBODY, ENTERABLE, binaries));
  }

  static Unprivileged firstThatWorks(List<Unprivileged> ways) throws IOException {
    for (Unprivileged way : ways) {
      if (way.prefix.isEmpty() || way.works()) {
        return way;
      }
    }
    throw new DatabaseUnavailable(
        "PostgreSQL cannot run as root, and neither 'unshare -U' nor 'setpriv' works here."
            + " Start Allmende as another user.");
  }

  /** The same way for the programs of another version. */
  Unprivileged with(PostgresBinaries others) {
    return new Unprivileged(prefix, uid, programs, others);
  }

  private boolean works() throws IOException {
    Process trial;
    try {
      trial = process(List.of(), "postgres", List.of("--version")).start();
    } catch (IOException missing) {
      return false;
    }
    try {
      return trial.waitFor(20, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start of PostgreSQL was interrupted.", e);
    }
  }

  /** Runs a program with nothing of our own environment, where PG… variables could mislead it. */
  ProcessBuilder process(List<String> before, String program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(prefix);
    Path unpacked = binaries.unpackedUnder(programs.toAbsolutePath());
    command.add(unpacked.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    process.environment().clear();
    process.environment().put("PATH", path);
    process.environment().put("LC_ALL", "C");
    return process;
  }
}
