package org.allmende.app.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Form;
import org.allmende.base.web.Viewer;
import org.allmende.people.Founding;
import org.allmende.people.NewTenant;

/** Creates a tenant, as the operator's page does. */
final class TenantAdd implements Command {

  @Override
  public String usage() {
    return "tenant add SLUG NAME";
  }

  @Override
  public String purpose() {
    return "[--kind K] [--accent #RRGGBB] [--ags N] [--contact MAIL] [--admin MAIL] [--department D]…";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("slug", words.next("SLUG"));
    fields.put("name", words.next("NAME"));
    fields.put("kind", words.option("--kind").orElse("municipality"));
    for (String field : new String[] {"accent", "ags", "contact", "admin"}) {
      words.option("--" + field).ifPresent(value -> fields.put(field, value));
    }
    fields.put("departments", String.join("\n", words.options("--department")));
    words.end();
    Form form = Form.of(fields);
    NewTenant wanted = NewTenant.read(form);
    try (OpenDatabase database = installation.open();
        Wiring wiring = Wiring.of(database)) {
      if (wanted == null) {
        Texts texts = wiring.part(Texts.class);
        form.errors()
            .forEach((field, message) ->
                System.err.println(field + ": " + texts.of(Locale.ENGLISH, message)));
        return false;
      }
      Founding founding = wiring.part(Founding.class);
      var link = wiring.doing(() -> founding.found(wanted, Viewer.system()));
      System.out.println("Created: " + wanted.tenant().url("/"));
      link.ifPresent(Said::invitation);
      return true;
    }
  }
}
