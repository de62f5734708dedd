package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.allmende.AllmendeTest;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class TopicsTest {

  private static final TenantId TOWN = new TenantId("nirgendwo");

  @Autowired Topics topics;
  @Autowired Texts texts;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;

  @Test
  void theTableIsWhole() {
    assertThat(topics.all()).hasSize(242);
    assertThat(topics.themes()).hasSize(26);
    assertThat(topics.byTheme().keySet()).containsExactlyElementsOf(topics.themes());
    assertThat(topics.all()).extracting(Topic::id).doesNotHaveDuplicates();
    assertThat(topics.all()).extracting(Topic::uri).isSorted().doesNotHaveDuplicates();
    assertThat(topics.all())
        .allSatisfy(topic -> {
          assertThat(topic.id().slug()).matches("[a-z]+(-[a-z]+)*");
          assertThat(topic.uri()).startsWith(topic.theme().uri() + "/");
          assertThat(topic.german()).isNotBlank();
          assertThat(topic.english()).isNotBlank();
          assertThat(topics.find(topic.id())).contains(topic);
          assertThat(topics.findByUri(topic.uri())).contains(topic);
        });
    assertThat(topics.find(new TopicId("nothing"))).isEmpty();
  }

  @Test
  void labelsAreInTheReadersLanguage() {
    Topic topic = topics.find(new TopicId("schule-standort")).orElseThrow();
    assertThat(topic.label(Locale.GERMAN)).isEqualTo("Schule: Standort");
    assertThat(topic.label(Locale.ENGLISH)).isEqualTo("school: location");
    assertThat(topic.euTheme().uri()).endsWith("/data-theme/EDUC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Welche Spielplätze gehen mit Rollstuhl? | spielplatz-und-spielstaette",
        "Öffnungszeiten der Wertstoffhöfe | abgabestelle",
        "Wie laut ist es nachts an der A 40? | verkehrsmessung",
        "Freie Hallenzeiten für unseren Volleyballverein | spielplatz-und-spielstaette",
        "Wasserstand der Niers fürs Paddeln | pegelstand",
        "Trinkbrunnen auf meiner Laufrunde | bau-brunnen",
        "Wo gibt es saubere Klos? | oeffentliche-toilette",
        "Wann wird der Sperrmüll abgeholt? | abfallkalender",
        "Wofür gibt die Stadt ihr Geld aus? | haushalt-plan",
        "Public toilet | oeffentliche-toilette",
      })
  void ordinaryPhrasesFindTheirTopic(String text, String topic) {
    assertThat(topics.suggest(TOWN, text, 5))
        .extracting(suggestion -> suggestion.topic().id().slug())
        .first()
        .isEqualTo(topic);
    assertThat(topics.suggest(TOWN, text, 5))
        .hasSizeLessThanOrEqualTo(5)
        .allSatisfy(s -> assertThat(texts.of(Locale.GERMAN, s.reason())).isNotBlank());
  }

  @Test
  void reasonsAreTrueAndReadable() {
    List<String> reasons =
        topics.suggest(TOWN, "Klo", 5).stream()
            .map(s -> texts.of(Locale.GERMAN, s.reason()))
            .toList();
    assertThat(reasons.getFirst()).isEqualTo("Wer „Klo“ sagt, meint oft „Öffentliche Toilette“");
    assertThat(topics.suggest(TOWN, "der die das und", 5)).isEmpty();
    assertThat(topics.suggest(TOWN, "", 5)).isEmpty();
  }

  @Test
  void whatPeopleChoseIsRemembered() {
    TenantId town = learningTown();
    String text = "Quibbelstellen am Xantener Wuppdich";
    TopicId chosen = new TopicId("sitzgelegenheit");
    assertThat(topics.suggest(TOWN, text, 5))
        .extracting(s -> s.topic().id())
        .doesNotContain(chosen);

    transaction.executeWithoutResult(_ -> topics.chosen(town, text, chosen));

    TopicSuggestion first = topics.suggest(TOWN, "Wo sind Quibbelstellen?", 5).getFirst();
    assertThat(first.topic().id()).isEqualTo(chosen);
    assertThat(texts.of(Locale.GERMAN, first.reason()))
        .isEqualTo("In Lernstadt bei ähnlichen Worten gewählt");
  }

  @Test
  void whatWasChosenEarlierAndCommittedLaterIsRememberedToo() {
    TenantId town = learningTown();
    TopicId chosen = new TopicId("sitzgelegenheit");
    transaction.executeWithoutResult(_ -> {
      topics.chosen(town, "Fnordhain", chosen);
      CompletableFuture.runAsync(
              () -> {
                transaction.executeWithoutResult(_ -> topics.chosen(town, "Murzpolk", chosen));
                assertThat(suggested("Murzpolk")).contains(chosen);
              })
          .join();
    });
    assertThat(suggested("Fnordhain")).contains(chosen);
  }

  private List<TopicId> suggested(String text) {
    return topics.suggest(TOWN, text, 5).stream()
        .map(suggestion -> suggestion.topic().id())
        .toList();
  }

  private TenantId learningTown() {
    TenantId town = new TenantId("t" + Ids.next().toLowerCase(Locale.ROOT));
    sql.sql(
            "insert into tenant_tenant (slug, name, kind, accent) values (?, 'Lernstadt', 'MUNICIPALITY', '#123456')")
        .param(town.slug())
        .update();
    return town;
  }
}
