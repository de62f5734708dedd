package org.allmende.app.command;

import org.allmende.base.db.OpenDatabase;
import org.allmende.base.web.Viewer;
import org.allmende.people.PasswordLinks;

/** Lets somebody who forgot the password choose another by a link, where no mail goes out. */
final class UserReset implements Command {

  @Override
  public String usage() {
    return "user reset MAIL";
  }

  @Override
  public String purpose() {
    return "a link with which somebody chooses another password";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    String mail = words.next("MAIL");
    words.end();
    try (OpenDatabase database = installation.open();
        Wiring wiring = Wiring.of(database)) {
      String link =
          wiring
              .part(PasswordLinks.class)
              .make(mail, Viewer.system())
              .orElseThrow(() ->
                  new CommandRefused(mail + " has no account with a password. Use: user add"));
      System.out.println("Choosing another password; good once and for an hour:");
      System.out.println(link);
      return true;
    }
  }
}
