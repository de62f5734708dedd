package org.allmende.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetDraft;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uses are reported by anybody, but not without end. */
@AllmendeTest
class UsePaceTest {

  @Autowired Tenants tenants;
  @Autowired Datasets datasets;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Tenant town;
  private DatasetId dataset;

  @BeforeEach
  void publish() {
    String slug = "moers-" + Ids.next().toLowerCase(Locale.ROOT);
    town =
        tenants.create(
            new Tenant(
                new TenantId(slug), "Moers", Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
            Viewer.system());
    dataset =
        datasets.draft(
            new DatasetDraft(
                town.id(),
                "Bänke",
                "",
                null,
                tenants.addDepartment(town.id(), "Grünflächen", Viewer.system()).id(),
                List.of()),
            Viewer.system());
    sql.sql("update catalog_dataset set state = 'published', published_at = now() where id = ?")
        .param(dataset.value())
        .update();
  }

  @Test
  void onThePage() {
    Caller citizen = Caller.at(port);
    String form = town.url("/datasets/" + dataset + "/uses/new");
    String csrf = citizen.csrf(form);
    endsAfterThirty(
        IntStream.rangeClosed(1, 31)
            .map(i ->
                citizen
                    .form(form.replace("/new", ""), csrf, Map.of("title", "Bankfinder " + i))
                    .status()),
        303);
  }

  @Test
  void byTheApi() {
    Caller citizen = Caller.at(port);
    String uses = town.url("/api/v1/datasets/" + dataset + "/uses");
    endsAfterThirty(
        IntStream.rangeClosed(1, 31)
            .map(i -> citizen.post(uses, "{\"title\": \"Bankfinder %d\"}".formatted(i)).status()),
        201);
  }

  private static void endsAfterThirty(IntStream answers, int reported) {
    List<Integer> sent = answers.boxed().toList();
    assertThat(sent.subList(0, 30)).containsOnly(reported);
    assertThat(sent.getLast()).isEqualTo(429);
  }
}
