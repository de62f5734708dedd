package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Materials of a workshop on pages: links and files, hidden until they are to be seen. */
@AllmendeTest
class MaterialsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @LocalServerPort int port;

  private Caller lead;
  private Caller program;
  private String api;
  private Caller anybody;
  private Workshop workshop;
  private String page;

  @BeforeEach
  void gather() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = fixtures.browser(port, lab, Role.FACILITATOR);
    program = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    anybody = Caller.at(port);
    Answer planned =
        program.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Daten im Alltag", "startsAt": "2026-12-03T13:00:00Z",
             "endsAt": "2026-12-03T14:30:00Z", "template": "short-90"}
            """);
    workshop = workshops.get(lab.id(), planned.text("id"));
    page = workshop.url("/materials");
    api = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id() + "/materials";
  }

  @Test
  void aLinkIsSeenWhenThoseWhoLeadSay() {
    Map<String, String> slides =
        Map.of(
            "title",
            "Folien",
            "kind",
            "slides",
            "url",
            "https://folien.example/",
            "shown",
            "results");
    assertThat(lead.submit(page, page, Map.of("title", "Folien")).body())
        .contains("Nennen Sie eine Adresse oder wählen Sie eine Datei.");
    assertThat(lead.submit(page, page, slides).status()).isEqualTo(303);
    assertThat(lead.get(page).body()).contains("https://folien.example/");
    assertThat(anybody.get(page).body()).doesNotContain("folien.example");
    assertThat(anybody.get(workshop.url("")).body()).doesNotContain("folien.example");

    String material = page + "/" + id();
    lead.submit(page, material + "/shown", Map.of("to", "now"));
    assertThat(anybody.get(page).body()).contains("https://folien.example/");
    assertThat(anybody.get(workshop.url("")).body()).contains("https://folien.example/");
    assertThat(anybody.get(material + "/file").status()).isEqualTo(404);

    lead.submit(page, material + "/removal", Map.of());
    assertThat(anybody.get(page).body()).doesNotContain("folien.example");
  }

  @Test
  void aFileComesWithLicenceAndCredit() {
    assertThat(upload("").body())
        .contains("Nennen Sie, wer die Datei gemacht hat und von wem die Bilder sind.");
    assertThat(upload("Foto: Jette Hollands").status()).isEqualTo(303);
    assertThat(anybody.get(page).body()).contains("Foto: Jette Hollands", "vortrag.pdf");
    Answer file = anybody.get(page + "/" + id() + "/file");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("%PDF-1.7");
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void programsAddChangeAndRemoveThem() {
    String slides =
        """
        {"title": "Folien", "kind": "slides", "url": "https://folien.example/"}
        """;
    Answer added = program.once(api, slides, "die Folien");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(program.once(api, slides, "die Folien").text("id")).isEqualTo(added.text("id"));
    assertThat(added.text("url")).isEqualTo("https://folien.example/");
    assertThat(anybody.get(api).json().get("items")).isEmpty();
    Answer shown = program.json("PATCH", api + "/" + added.text("id"), "{\"shown\": \"now\"}");
    assertThat(shown.text("shown")).isEqualTo("now");
    assertThat(anybody.get(api).json().get("items").get(0)).isEqualTo(shown.json());

    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
    assertThat(program.upload(api, Map.of("title", "Vortrag"), "vortrag.pdf", pdf).status())
        .isEqualTo(422);
    Map<String, String> said =
        Map.of("title", "Vortrag", "license", "cc-by/4.0", "credit", "Jette", "shown", "now");
    Answer kept = program.upload(api, said, "vortrag.pdf", pdf);
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(kept.json().get("file").toString())
        .isEqualTo("{\"name\":\"vortrag.pdf\",\"bytes\":8,\"license\":\"cc-by/4.0\"}");
    assertThat(anybody.get(kept.text("url")).body()).isEqualTo("%PDF-1.7");
    Answer left = program.post(api + "/" + added.text("id") + "/removal", "{}");
    assertThat(left.json().get("items").valueStream()).containsExactly(kept.json());
    assertThat(anybody.post(api, slides).status()).isEqualTo(401);
  }

  private Answer upload(String credit) {
    return lead.upload(
        page,
        Map.of(
            "_csrf",
            lead.csrf(page),
            "title",
            "Vortrag",
            "kind",
            "talk",
            "license",
            "cc-by/4.0",
            "credit",
            credit,
            "shown",
            "now"),
        "vortrag.pdf",
        "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
  }

  private String id() {
    Matcher found = Pattern.compile("/materials/(\\w+)/removal").matcher(lead.get(page).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
