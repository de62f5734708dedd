package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.allmende.AllmendeTest;
import org.allmende.base.job.Jobs;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetDraft;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.DatasetPublished;
import org.allmende.catalog.Datasets;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentDraft;
import org.allmende.reuse.NewUse;
import org.allmende.reuse.UseKind;
import org.allmende.reuse.Uses;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class FulfilmentTest {
  @Autowired Wishes wishes;
  @Autowired Decisions decisions;
  @Autowired Fulfilment fulfilment;
  @Autowired StepStore steps;
  @Autowired Datasets datasets;
  @Autowired Uses uses;
  @Autowired Jobs jobs;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  private final WishFixtures fixtures;

  @Autowired
  FulfilmentTest(Tenants tenants, People people, Tokens tokens) {
    this.fixtures = new WishFixtures(tenants, people, tokens);
  }

  @Test
  void aUseThatIsHandledBeforeThePublicationIsTiedToo() {
    Tenant moers = fixtures.town("Moers");
    Viewer steward = fixtures.staff(moers, "Frau Steward", Role.STEWARD);
    WishId wish =
        wishes.state(moers.id(), new StatedWish(WishFixtures.need("Wo sind Bänke?"), null, null));
    Commitment promise = promise(moers, wish, steward);
    DatasetId dataset = fulfilment.begin(moers.id(), promise.id(), steward);
    sql.sql("update catalog_dataset set state = 'published', published_at = now() where id = ?")
        .param(dataset.value())
        .update();

    report(dataset, "Bankfinder");
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    fulfilment.published(new DatasetPublished(moers.id(), dataset, promise.id()));

    List<StepKind> kinds = steps.of(wish).stream().map(Step::kind).toList();
    assertThat(kinds)
        .containsExactly(
            StepKind.STATED,
            StepKind.LISTED,
            StepKind.COMMITTED,
            StepKind.PUBLISHED,
            StepKind.USED);
  }

  @Test
  void aUseThatIsReportedWhileThePublicationIsHandledIsTiedToo() {
    Tenant moers = fixtures.town("Moers");
    Viewer steward = fixtures.staff(moers, "Frau Steward", Role.STEWARD);
    WishId wish =
        wishes.state(moers.id(), new StatedWish(WishFixtures.need("Wo sind Bänke?"), null, null));
    Commitment promise = promise(moers, wish, steward);
    DatasetId dataset =
        datasets.draft(
            new DatasetDraft(moers.id(), "Bänke", "", null, promise.department(), List.of()),
            steward);
    sql.sql("update catalog_dataset set state = 'published', published_at = now() where id = ?")
        .param(dataset.value())
        .update();

    transaction.executeWithoutResult(status -> {
      fulfilment.published(new DatasetPublished(moers.id(), dataset, promise.id()));
      CompletableFuture.runAsync(() -> report(dataset, "Bankfinder")).join();
      await().until(this::somebodyWaits);
    });
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();

    assertThat(steps.of(wish)).extracting(Step::kind).endsWith(StepKind.PUBLISHED, StepKind.USED);
  }

  /** The handler of the use, for the transaction that handles the publication. */
  private boolean somebodyWaits() {
    return sql.sql("select exists (select 1 from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private void report(DatasetId dataset, String title) {
    var use = new NewUse(UseKind.APP, title, null, null);
    uses.report(datasets.find(dataset).orElseThrow(), use, null, Viewer.anonymous(Locale.GERMAN));
  }

  private Commitment promise(Tenant town, WishId wish, Viewer steward) {
    return decisions.commit(
        new Decisions.On(town.id(), wish, null, null, steward),
        new CommitmentDraft(
            town.id(),
            decisions.origin(town.id(), wish, steward),
            fixtures.department(town, "Grünflächen"),
            "Bänke",
            null,
            LocalDate.now().plusDays(9),
            null));
  }
}
