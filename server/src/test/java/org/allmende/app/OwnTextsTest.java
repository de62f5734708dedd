package org.allmende.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tenants say it in their own words, and hear of the barriers their readers meet. */
@AllmendeTest
class OwnTextsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Tenant town;
  private Tenant neighbour;
  private Caller admin;

  @BeforeEach
  void found() {
    town = town("Xanten");
    neighbour = town("Sonsbeck");
    admin = admin(town);
  }

  static Stream<Arguments> texts() {
    return Stream.of(TextTopic.values())
        .flatMap(topic ->
            Stream.of(Locale.GERMAN, Locale.ENGLISH)
                .map(language -> Arguments.of(topic, language)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void comeWithTheProgram(TextTopic topic, Locale language) {
    String text = OwnTexts.ours(TextOwner.of(town), topic, language);
    assertThat(OwnTexts.ours(TextOwner.INSTALLATION, topic, language))
        .hasSizeGreaterThan(80)
        .doesNotContain("{", "<");
    assertThat(text).hasSizeGreaterThan(80).doesNotContain("{", "<");
    String page =
        Caller.at(port)
            .get(town.url("/legal/" + topic.key() + "?lang=" + language.getLanguage()))
            .body();
    assertThat(page).contains("lang=\"" + language.getLanguage() + "\"").doesNotContain("??");
  }

  @Test
  void areWrittenAndTakenBack() {
    String imprint = town.url("/legal/imprint");
    String form = town.url("/admin/texts/imprint/de");
    String own =
        "## Stadt Xanten\n\nKarthaus 2 <script>alert(1)</script> [Rat](javascript:alert(1))";

    Caller.Answer looked =
        admin.submit(form, form, Map.of("version", "0", "body", own, "preview", "1"));
    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.body()).contains("<h2>Stadt Xanten</h2>");
    assertThat(reader().get(imprint).body()).doesNotContain("Karthaus");

    assertThat(admin.submit(form, form, Map.of("version", "0", "body", own)).status())
        .isEqualTo(303);
    assertThat(reader().get(imprint).body())
        .contains("<h2>Stadt Xanten</h2>", "Karthaus 2 &lt;script&gt;")
        .doesNotContain("<script>alert", "javascript:");
    assertThat(reader().get(imprint + "?lang=en").body()).doesNotContain("Karthaus");
    assertThat(reader().get(neighbour.url("/legal/imprint")).body()).doesNotContain("Karthaus");

    Caller.Answer late =
        admin.submit(form, form, Map.of("version", "0", "body", "Mein später Text"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Mein später Text", "Karthaus 2");

    assertThat(admin.submit(form, form, Map.of("version", "1", "body", "")).status())
        .isEqualTo(303);
    assertThat(reader().get(imprint).body())
        .contains("Verantwortlich für diese Seiten ist Xanten")
        .doesNotContain("Karthaus");
  }

  @Test
  void theInstallationsAreWrittenByTheOperator() {
    String imprint = "/legal/imprint";
    assertThat(reader().get(imprint).body())
        .contains("Hier fehlt noch, wer diese Installation", town.url("/legal/imprint"))
        .doesNotContain("Verantwortlich für diese Seiten ist Allmende");
    assertThat(reader().get("/legal/accessibility").body())
        .contains(town.url("/legal/barrier"), "Hier fehlt noch, wohin");
    assertThat(reader().get("/legal/privacy?lang=en").body())
        .contains(town.url("/legal/privacy"), "whom to ask about your data");

    String form = "/operator/texts/imprint/de";
    Caller operator = operator();
    assertThat(operator.get("/operator/texts").body()).contains("href=\"" + form);
    Map<String, String> own =
        Map.of("version", "0", "body", "Zweckverband, Ringstraße 1, <lab@verband.example>");
    assertThat(operator.submit(form, form, own).status()).isEqualTo(303);
    try {
      assertThat(reader().get(imprint).body())
          .contains("Ringstraße 1", "\"mailto:lab@verband.example\"", town.url("/legal/imprint"))
          .doesNotContain("Hier fehlt noch");
      assertThat(reader().get(town.url("/legal/imprint")).body()).doesNotContain("Ringstraße");
      assertThat(operator.submit(form, form, own).status()).isEqualTo(409);
    } finally {
      sql.sql("delete from app_text where tenant is null").update();
    }
  }

  @Test
  void belongToTheTenantsAdministratorAlone() {
    String form = town.url("/admin/texts/imprint/de");
    assertThat(admin.get(form).status()).isEqualTo(200);
    assertThat(admin(neighbour).get(form).status()).isEqualTo(403);
    assertThat(admin.get("/operator/texts/imprint/de").status()).isEqualTo(403);
    assertThat(admin.get(town.url("/admin/texts/unsinn/de")).status()).isEqualTo(404);
    assertThat(admin.get(town.url("/admin/texts/imprint/fr")).status()).isEqualTo(404);
  }

  @Test
  void reportedBarriersReachTheTenantAndForgetTheAddress() {
    String form = town.url("/legal/barrier");
    Caller reader = reader();
    assertThat(reader.submit(form, town.url("/barriers"), Map.of("text", "")).status())
        .isEqualTo(422);
    Map<String, String> report =
        Map.of(
            "text", "Der Knopf hat keinen Namen.",
            "page", town.url("/wishes"),
            "contact", "leserin@example.org");
    assertThat(reader.submit(form, town.url("/barriers"), report).status()).isEqualTo(303);

    String list = town.url("/admin/barriers");
    assertThat(admin.get(list).body())
        .contains("Der Knopf hat keinen Namen.", "leserin@example.org");
    assertThat(admin(neighbour).get(neighbour.url("/admin/barriers")).body())
        .doesNotContain("Der Knopf");
    String id =
        sql.sql("select id from app_barrier where tenant = ?")
            .param(town.slug())
            .query(String.class)
            .single();
    Caller stranger = admin(neighbour);
    stranger.submit(
        neighbour.url("/admin"), neighbour.url("/admin/barriers/" + id + "/answers"), Map.of());
    assertThat(admin.get(list).body()).contains("leserin@example.org");
    admin.submit(list, list + "/" + id + "/answers", Map.of());
    assertThat(admin.get(list).body())
        .contains("Der Knopf hat keinen Namen.", "Beantwortet am")
        .doesNotContain("leserin@example.org");
  }

  @Test
  void nameColourAndAddressChange() {
    String look = town.url("/admin/look");
    Map<String, String> pale =
        Map.of("name", "Xanten am Rhein", "accent", "#ffee99", "contact", "daten@xanten.example");
    assertThat(admin.submit(look, look, pale).status()).isEqualTo(422);
    Map<String, String> dark =
        Map.of("name", "Xanten am Rhein", "accent", "#7a1f3d", "contact", "daten@xanten.example");
    assertThat(admin.submit(look, look, dark).status()).isEqualTo(303);
    assertThat(tenants.get(town.id()))
        .isEqualTo(
            new Tenant(
                town.id(),
                "Xanten am Rhein",
                Tenant.Kind.MUNICIPALITY,
                "#7a1f3d",
                null,
                "daten@xanten.example",
                null));
  }

  private Caller reader() {
    return Caller.at(port);
  }

  private Caller admin(Tenant of) {
    String email = Ids.next() + "@example.org";
    String password = Ids.next();
    PersonId person = people.account(email, "Jette Hollands", people.hashed(password));
    people.grant(person, of.id(), Role.ADMIN, null);
    return loggedIn(email, password);
  }

  private Caller operator() {
    String email = Ids.next() + "@example.org";
    String password = Ids.next();
    people.makeOperator(people.account(email, "Jette Hollands", people.hashed(password)));
    return loggedIn(email, password);
  }

  private Caller loggedIn(String email, String password) {
    Caller caller = Caller.at(port);
    assertThat(
            caller
                .submit("/login", "/login", Map.of("email", email, "password", password))
                .status())
        .isIn(List.of(302, 303));
    return caller;
  }

  private Tenant town(String name) {
    String slug = name.toLowerCase(Locale.ROOT) + "-" + Ids.next().toLowerCase(Locale.ROOT);
    return tenants.create(
        new Tenant(new TenantId(slug), name, Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
        Viewer.system());
  }
}
