package org.allmende.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.allmende.base.archive.ArchiveProblem;
import org.allmende.base.db.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the command that was typed, runs it and says how it ended. */
public final class Commands {
  private static final int DONE = 0;
  private static final int NOT_WELL = 1;
  private static final int WRONG_USAGE = 2;

  private static final List<Command> ALL =
      List.of(
          new Backup(),
          new RestoreArchive(),
          new Verify(),
          new TenantAdd(),
          new TenantExport(),
          new TenantRemove(),
          new UserAdd(),
          new UserReset(),
          new MoveDatabase(),
          new Rehearse());

  private Commands() {}

  /** Whether the word is a command, and not an option of the server. */
  public static boolean isOne(String word) {
    return !word.startsWith("-") || word.equals("--help");
  }

  /** Runs what was typed and returns the exit code. */
  public static int run(List<String> typed, Map<String, String> environment) {
    quiet();
    return carryOut(typed, environment);
  }

  static int carryOut(List<String> typed, Map<String, String> environment) {
    Command command = find(typed);
    if (command == null) {
      usage();
      return typed.getFirst().endsWith("help") ? DONE : WRONG_USAGE;
    }
    try {
      Words words = new Words(typed.subList(name(command).size(), typed.size()));
      Path data = Path.of(words.option("--data").orElse("data")).toAbsolutePath().normalize();
      String url = environment.getOrDefault("ALLMENDE_DATABASE_URL", "");
      return command.run(words, new Installation(data, url)) ? DONE : NOT_WELL;
    } catch (Words.WrongUsage e) {
      System.err.println(e.getMessage());
      System.err.println("Usage: bin/allmende " + command.usage() + " [--data DIR]");
      return WRONG_USAGE;
    } catch (CommandRefused | ArchiveProblem | DatabaseUnavailable e) {
      System.err.println(e.getMessage());
      return NOT_WELL;
    }
  }

  private static @Nullable Command find(List<String> typed) {
    return ALL.stream()
        .filter(command -> {
          List<String> name = name(command);
          return typed.size() >= name.size() && typed.subList(0, name.size()).equals(name);
        })
        .findFirst()
        .orElse(null);
  }

  /** The words of its usage before those in capitals. */
  private static List<String> name(Command command) {
    return Arrays.stream(command.usage().split(" "))
        .takeWhile(word -> word.matches("[a-z-]+"))
        .toList();
  }

  /** What libraries tell is for the server's log; here only sentences are said. */
  private static void quiet() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    }
  }

  private static void usage() {
    System.err.println("bin/allmende COMMAND [--data DIR]");
    System.err.println();
    System.err.printf("  %-36s %s%n", "run [--demo] [--port N] [--host H]", "starts the server");
    ALL.forEach(command -> System.err.printf("  %-36s %s%n", command.usage(), command.purpose()));
  }
}
