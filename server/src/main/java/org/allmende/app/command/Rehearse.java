package org.allmende.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;

/**
 * Uses a demo that runs as many people would, so that Java, which writes down how it ran, compiles
 * the right things first when it starts the next time.
 */
final class Rehearse implements Command {

  private static final int READS = 3000;

  /** Pages are mostly read as somebody just read them, and sometimes written anew. */
  private static final int ANEW = 10;

  @Override
  public String usage() {
    return "rehearse ADDRESS";
  }

  @Override
  public String purpose() {
    return "reads and writes in a demo that runs there, for bin/run";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    URI home = URI.create(words.next("The address of the demo"));
    words.end();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var demo = new RehearsedDemo(home, client);
      read(demo);
      new RehearsedBoard(demo).play();
      return true;
    } catch (IOException e) {
      throw new CommandRefused("The demo at " + home + " cannot be used: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void read(RehearsedDemo demo) throws IOException, InterruptedException {
    String list = demo.page("wishes");
    String wish = "wishes/" + RehearsedDemo.first("/moers/wishes/([0-9A-Z]{16})", list);
    for (int i = 0; i < READS; i++) {
      demo.page(i % ANEW == 0 ? wish + "?n=" + i : wish);
    }
  }
}
