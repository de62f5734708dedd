package org.allmende.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class SearchTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  @Autowired Search search;
  @Autowired SearchDocuments documents;
  @Autowired SearchStore store;
  @Autowired IndexFeed feed;
  @Autowired Subjects subjects;
  @Autowired Synonyms synonyms;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;

  private TenantId town;
  private TenantId other;

  @BeforeEach
  void twoTenants() {
    town = tenant();
    other = tenant();
  }

  @Test
  void germanIsFoundInWhateverFormItIsAsked() {
    Ref playgrounds =
        put(town, "Spielplätze mit barrierefreien Geräten", "Alle Anlagen im Stadtgebiet.");
    Ref trees = put(town, "Baumkataster", "Straßenbäume mit Art und Pflanzjahr.");
    Ref toilets = put(town, "Öffentliche Toiletten", "Standorte und Öffnungszeiten.");

    assertThat(found("Spielplatz")).containsExactly(playgrounds);
    assertThat(found("strassenbaum")).containsExactly(trees);
    assertThat(found("Bäume")).containsExactly(trees);
    assertThat(found("Wo gibt es ein Klo?")).containsExactly(toilets);
    assertThat(found("Spielplazt")).containsExactly(playgrounds);
    assertThat(found("Ångström")).isEmpty();
    assertThat(found("")).containsExactlyInAnyOrder(playgrounds, trees, toilets);
  }

  @Test
  void aLongTextIsAQuestionToo() {
    Ref toilets = put(town, "Öffentliche Toiletten", "Standorte und Öffnungszeiten.");
    String many =
        IntStream.range(0, 250)
            .mapToObj(i -> "Wort" + Integer.toString(i + 100_000, 36))
            .collect(Collectors.joining(" "));

    assertThat(found("Klo ".repeat(500))).containsExactly(toilets);
    assertThat(found("Öffentliche Toiletten " + many)).containsExactly(toilets);
    assertThat(search.similar(SimilarQuery.of(many, town, Set.of("dataset")))).isEmpty();
  }

  @Test
  void whatAnswersIsMarkedAndNothingIsMarkup() {
    put(town, "Trinkbrunnen <b>", "Im Park steht ein Brunnen, aus dem man trinken kann.");

    Hit hit = search.find(SearchQuery.of("brunnen").within(Set.of(town))).hits().getFirst();

    assertThat(hit.title())
        .containsExactly(new Passage("Trinkbrunnen", true), new Passage(" <b>", false));
    assertThat(hit.snippet())
        .containsExactly(
            new Passage("Im Park steht ein ", false),
            new Passage("Brunnen", true),
            new Passage(", aus dem man trinken kann.", false));
  }

  @Test
  void internalThingsAreFoundByTheirOwnTenantOnly() {
    Ref hidden = ref("potential");
    write(
        SearchDocument.of(hidden, town, "Zisternenverzeichnis", "/x", NOW)
            .seenBy(SearchDocument.Visibility.INTERNAL)
            .about("bau-brunnen", "bau"));
    SearchQuery query = SearchQuery.of("Zisternenverzeichnis").within(Set.of(town));
    SimilarQuery similar =
        SimilarQuery.of("Zisternenverzeichnis", town, Set.of("potential"))
            .about("bau-brunnen", "bau");

    assertThat(refs(search.find(query.seeingInside(Set.of(town))))).containsExactly(hidden);
    assertThat(search.similar(similar)).extracting(Likeness::ref).containsExactly(hidden);

    assertThat(search.find(query)).isEqualTo(new SearchResult(0, List.of()));
    assertThat(search.find(query.seeingInside(Set.of(other))))
        .isEqualTo(new SearchResult(0, List.of()));
    assertThat(
            search.similar(
                new SimilarQuery(
                    similar.text(),
                    "bau-brunnen",
                    "bau",
                    other,
                    Set.of(town),
                    Set.of("potential"),
                    5)))
        .extracting(Likeness::ref)
        .doesNotContain(hidden);
  }

  @Test
  void aTableIsFoundByEachOfItsColumns() {
    Ref benches = ref("dataset");
    write(
        SearchDocument.of(benches, town, "Bänke", "/x", NOW)
            .withColumns(List.of("Länge der Sitzfläche", "Baumschatten", "Pflegeintervall")));

    assertThat(found("Sitzfläche")).containsExactly(benches);
    assertThat(found("Pflegeintervall")).containsExactly(benches);
  }

  @Test
  void onlyWhatIsCommittedIsFound() {
    Ref lost = ref("wish");
    transaction.executeWithoutResult(status -> {
      documents.put(SearchDocument.of(lost, town, "Regenmengen", "/x", NOW));
      status.setRollbackOnly();
    });
    Ref kept = put(town, "Regenmengen je Monat", "");
    assertThat(found("Regenmengen")).containsExactly(kept);

    transaction.executeWithoutResult(_ -> documents.remove(kept));
    feed.catchUp();
    assertThat(found("Regenmengen")).isEmpty();
    assertThatThrownBy(() -> documents.remove(kept))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aRebuiltIndexHoldsTheSame() throws Exception {
    Ref pools = put(town, "Freibäder und Hallenbäder", "Öffnungszeiten und Eintritt");
    try (SearchIndex fresh = new SearchIndex(subjects)) {
      store.all(fresh::write);
      fresh.show();
      SearchResult again =
          new Search(fresh, synonyms, subjects, feed)
              .find(SearchQuery.of("Freibad").within(Set.of(town)));
      // How high it scores depends on what was taken out of the older index before.
      assertThat(again)
          .usingRecursiveComparison()
          .ignoringFields("hits.score")
          .isEqualTo(search.find(SearchQuery.of("Freibad").within(Set.of(town))));
      assertThat(refs(again)).containsExactly(pools);
    }
  }

  @Test
  void likelyAnswersComeWithTrueReasonsAndUnlikelyOnesNotAtAll() {
    Ref toilets = ref("dataset");
    write(
        SearchDocument.of(toilets, other, "Öffentliche Toiletten", "/d", NOW)
            .withColumns(List.of("Standort", "Rollstuhlgerecht", "Wickeltisch"))
            .about("oeffentliche-toilette", "gesundheit"));
    put(other, "Haushaltsplan 2025", "Erträge und Aufwendungen");

    List<Likeness> offered =
        mine(
            search.similar(
                SimilarQuery.of(
                    "Wo ist ein Klo mit Wickeltisch?", town, Set.of("dataset", "wish"))));

    assertThat(offered).extracting(Likeness::ref).containsExactly(toilets);
    assertThat(offered.getFirst().reasons())
        .extracting(reason -> tuple(reason.key(), reason.args()))
        .containsExactly(
            tuple("search.likeness.synonym", List.of("Klo", "Öffentliche Toilette")),
            tuple("search.likeness.column", List.of("Wickeltisch", "Wickeltisch")),
            tuple("search.likeness.subject", List.of("Öffentliche Toilette", "public toilet")));
    assertThat(
            mine(
                search.similar(
                    SimilarQuery.of("Flugrouten von Zugvögeln", town, Set.of("dataset", "wish")))))
        .isEmpty();
  }

  @Test
  void aSharedTopicNeedsNoSharedWordButEveryThingAskedForMustBeMet() {
    Ref doctors = put(other, "Arztpraxen", "Alle Standorte im Kreis");
    Ref gardens = put(other, "Kleingärten", "Vereine und Parzellen");

    List<Likeness> therapy = mine(likely("Wer macht Psychotherapie?"));
    assertThat(therapy).extracting(Likeness::ref).containsExactly(doctors);
    assertThat(therapy.getFirst().reasons())
        .extracting(Message::key, Message::args)
        .containsExactly(tuple("search.likeness.subject", List.of("Arzt", "physician")));
    assertThat(mine(likely("Wie viele Gärten sind frei?")))
        .extracting(Likeness::ref)
        .containsExactly(gardens);
    assertThat(mine(likely("Wie viele Igel und Maulwürfe leben in unseren Gärten?"))).isEmpty();
  }

  @Test
  void whatIsWantedMayBeAVerbAndWhoWantsItCountsLittle() {
    Ref playgrounds = put(town, "Spielplätze", "");
    put(town, "Wochenmärkte", "");

    assertThat(mine(likely("Wo können unsere Enkel am Wochenende schaukeln?")))
        .extracting(Likeness::ref)
        .containsExactly(playgrounds);
    assertThat(mine(likely("Wo können unsere Enkel am Wochenende musizieren?"))).isEmpty();
  }

  @Test
  void aWordThatIsOnlySpelledWithinAnotherIsNoReason() {
    put(town, "Linden", "Die Angaben sind in der Liste enthalten.");

    assertThat(mine(likely("Wo stehen alte Linden?")))
        .isNotEmpty()
        .flatExtracting(Likeness::reasons)
        .extracting(Message::key)
        .doesNotContain("search.likeness.within");
  }

  @Test
  void theTopicThatPeopleChoseForBothIsEnough() {
    Ref chosen = ref("wish");
    write(SearchDocument.of(chosen, other, "Objektliste", "/x", NOW).about("bau-brunnen", "bau"));

    List<Likeness> offered =
        mine(
            search.similar(
                SimilarQuery.of("Quibbel am Wuppdich", town, Set.of("wish"))
                    .about("bau-brunnen", "bau")));

    assertThat(offered).extracting(Likeness::ref).containsExactly(chosen);
    assertThat(offered.getFirst().reasons())
        .extracting(Message::key)
        .containsExactly("search.likeness.topic");
  }

  @Test
  void stewardsTeachWords() {
    Ref halls = put(town, "Sporthallen", "");
    assertThat(found("Muckibude")).isEmpty();

    synonyms.add(town, " Muckibude ", "Sporthalle", steward(town));
    feed.catchUp();
    assertThat(found("Muckibude")).containsExactly(halls);
    assertThat(synonyms.listEverywhere()).hasSizeGreaterThan(300);

    String id = synonyms.list(town).getFirst().id();
    assertThatThrownBy(() -> synonyms.remove(other, id, steward(other)))
        .isInstanceOf(Problem.class);
    assertThat(synonyms.list(town))
        .extracting(Synonym::word, Synonym::means)
        .containsExactly(tuple("Muckibude", "Sporthalle"));
    synonyms.remove(town, id, steward(town));
    feed.catchUp();
    assertThat(synonyms.list(town)).isEmpty();
    assertThat(found("Muckibude")).isEmpty();
    assertThatThrownBy(() -> synonyms.add(town, "und", "Sporthalle", steward(town)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aTenantDoesWithoutASharedWord() {
    Ref toilets = put(town, "Öffentliche Toiletten", "");
    Ref elsewhere = put(other, "Öffentliche Toiletten", "");
    String id =
        synonyms.listEverywhere().stream()
            .filter(synonym -> synonym.word().equals("Klo"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(found("Klo")).containsExactly(toilets);

    synonyms.switchOff(town, id, steward(town));
    feed.catchUp();
    assertThat(found("Klo")).isEmpty();
    assertThat(refs(search.find(SearchQuery.of("Klo").within(Set.of(other)))))
        .containsExactly(elsewhere);

    synonyms.switchOn(town, id, steward(town));
    feed.catchUp();
    assertThat(found("Klo")).containsExactly(toilets);
  }

  private static Viewer steward(TenantId tenant) {
    return new Viewer(
        new PersonId(Ids.next()),
        "Frau Wort",
        Map.of(tenant, Set.of(Role.STEWARD)),
        false,
        Locale.GERMAN);
  }

  private List<Likeness> likely(String text) {
    return search.similar(SimilarQuery.of(text, town, Set.of("wish")).limit(50));
  }

  private List<Likeness> mine(List<Likeness> all) {
    return all.stream().filter(one -> Set.of(town, other).contains(one.tenant())).toList();
  }

  private List<Ref> found(String text) {
    return refs(search.find(SearchQuery.of(text).within(Set.of(town))));
  }

  private static List<Ref> refs(SearchResult result) {
    return result.hits().stream().map(Hit::ref).collect(Collectors.toList());
  }

  private Ref put(TenantId tenant, String title, String text) {
    Ref ref = ref("wish");
    write(SearchDocument.of(ref, tenant, title, "/" + ref.id(), NOW).saying(text));
    return ref;
  }

  private void write(SearchDocument document) {
    transaction.executeWithoutResult(_ -> documents.put(document));
    feed.catchUp();
  }

  private static Ref ref(String kind) {
    return new Ref(kind, Ids.next());
  }

  private TenantId tenant() {
    TenantId tenant = new TenantId("s" + Ids.next().toLowerCase());
    sql.sql(
            "insert into tenant_tenant (slug, name, kind, accent) values (?, 'Suchstadt', 'MUNICIPALITY', '#123456')")
        .param(tenant.slug())
        .update();
    return tenant;
  }
}
