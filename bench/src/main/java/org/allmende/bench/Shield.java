package org.allmende.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what else runs on the machine away from what is measured: servers and clients run in real
 * time, with the lowest priority of that kind. That needs root and {@code chrt}; without, nothing
 * is done.
 */
public final class Shield {

  private final boolean up;

  private Shield(boolean up) {
    this.up = up;
  }

  /** Up, if this machine lets it. */
  public static Shield raised() throws InterruptedException {
    try {
      return new Shield(new ProcessBuilder("chrt", "-r", "1", "true").start().waitFor() == 0);
    } catch (IOException noChrt) {
      return new Shield(false);
    }
  }

  public String told() {
    return up ? "chrt -r 1: servers and generator in real time" : "none: needs root and chrt";
  }

  /** The same command behind it. */
  public List<String> before(List<String> command) {
    List<String> shielded = new ArrayList<>();
    if (up) {
      shielded.addAll(List.of("chrt", "-r", "1"));
    }
    shielded.addAll(command);
    return shielded;
  }

  /** Takes in a process that runs, with all its threads; what it starts from now on is in too. */
  public void over(ProcessHandle process) throws IOException, InterruptedException {
    set(process, "-r", "1");
  }

  /** Lets it out again. */
  public void off(ProcessHandle process) throws IOException, InterruptedException {
    set(process, "-o", "0");
  }

  private void set(ProcessHandle process, String policy, String priority)
      throws IOException, InterruptedException {
    if (up) {
      // Whether it found the process does not matter: one that has ended disturbs nobody.
      new ProcessBuilder("chrt", "-a", policy, "-p", priority, String.valueOf(process.pid()))
          .start()
          .waitFor();
    }
  }
}
