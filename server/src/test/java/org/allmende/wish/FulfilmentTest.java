package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.base.job.Jobs;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
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
    Commitment promise =
        decisions.commit(
            new Decisions.On(moers.id(), wish, null, null, steward),
            new CommitmentDraft(
                moers.id(),
                decisions.origin(moers.id(), wish, steward),
                fixtures.department(moers, "Grünflächen"),
                "Bänke",
                null,
                LocalDate.now().plusDays(9),
                null));
    DatasetId dataset = fulfilment.begin(moers.id(), promise.id(), steward);
    sql.sql("update catalog_dataset set state = 'published', published_at = now() where id = ?")
        .param(dataset.value())
        .update();

    var use = new NewUse(UseKind.APP, "Bankfinder", null, null);
    uses.report(datasets.find(dataset).orElseThrow(), use, null, Viewer.anonymous(Locale.GERMAN));
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
}
