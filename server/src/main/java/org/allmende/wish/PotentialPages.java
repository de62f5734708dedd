package org.allmende.wish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.web.Form;
import org.allmende.base.web.Page;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topic;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What departments could open: the list, one potential, and the officer's form. */
@Controller
class PotentialPages {

  private final Potentials potentials;
  private final Topics topics;
  private final Tenants tenants;

  PotentialPages(Potentials potentials, Topics topics, Tenants tenants) {
    this.potentials = potentials;
    this.topics = topics;
    this.tenants = tenants;
  }

  /** A potential with its names in the reader's language. */
  record Shown(Potential potential, String department, String topic) {}

  /** What is known of a potential, by name; what nobody filled in is left out. */
  static Map<String, String> facts(Page page, Shown shown) {
    Potential.Offer offer = shown.potential().offer();
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, page.t("wish.commit.department"), shown.department());
    put(facts, page.t("wish.facts.topic"), shown.topic());
    put(facts, page.t("wish.potential.field.currentForm"), offer.currentForm());
    put(facts, page.t("wish.potential.field.procedure"), offer.procedure());
    put(facts, page.t("wish.potential.field.rhythm"), offer.rhythm());
    put(facts, page.t("wish.potential.field.area"), offer.area());
    put(facts, page.t("wish.potential.field.timeSpan"), offer.timeSpan());
    put(
        facts,
        page.t("wish.potential.field.personalData"),
        page.t("wish.personal." + offer.personalData().key()));
    put(
        facts,
        page.t("wish.potential.field.obstacles"),
        offer.obstacles().stream()
            .map(obstacle -> page.t("wish.obstacle." + obstacle.key()))
            .collect(Collectors.joining(", ")));
    put(
        facts,
        page.t("wish.potential.field.remedy"),
        offer.remedy() == null ? null : page.t("wish.remedy." + offer.remedy().key()));
    put(
        facts,
        page.t("wish.priority.effort"),
        offer.effort() == null
            ? null
            : page.t("wish.effort." + offer.effort().key(), offer.effort().weight()));
    put(facts, page.t("wish.potential.field.internalUsers"), offer.internalUsers());
    put(facts, page.t("wish.potential.field.contactRole"), offer.contactRole());
    return facts;
  }

  private static void put(Map<String, String> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.put(name, value);
    }
  }

  @SharedPage
  @GetMapping("/{tenant}/potentials")
  ModelAndView list(Tenant tenant, Viewer viewer) {
    Map<String, String> departments = departments(tenant);
    List<Shown> shown =
        potentials.list(tenant.id(), viewer).stream()
            .map(potential -> shown(potential, departments, viewer.locale()))
            .toList();
    return new ModelAndView("wish/potentialList", Map.of("tenant", tenant, "potentials", shown));
  }

  private Shown shown(Potential potential, Map<String, String> departments, Locale locale) {
    String department = potential.offer().department();
    String topic = potential.offer().topic();
    return new Shown(
        potential,
        department == null ? "" : departments.getOrDefault(department, ""),
        topic == null
            ? ""
            : topics.find(new TopicId(topic)).map(known -> known.label(locale)).orElse(""));
  }

  @GetMapping("/{tenant}/potentials/new")
  ModelAndView blank(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    return form(tenant, form, tenant.url("/potentials"), viewer);
  }

  private ModelAndView form(Tenant tenant, Form form, String action, Viewer viewer) {
    return new ModelAndView("wish/potentialForm", formModel(tenant, form, action, viewer));
  }

  private Map<String, Object> formModel(Tenant tenant, Form form, String action, Viewer viewer) {
    Map<String, String> labels = new LinkedHashMap<>();
    topics.all().stream()
        .sorted(java.util.Comparator.comparing((Topic topic) -> topic.label(viewer.locale())))
        .forEach(topic -> labels.put(topic.id().slug(), topic.label(viewer.locale())));
    return Map.of(
        "tenant",
        tenant,
        "form",
        form,
        "action",
        action,
        "departments",
        departments(tenant),
        "topics",
        labels);
  }

  private Map<String, String> departments(Tenant tenant) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Department department : tenants.departments(tenant.id())) {
      names.put(department.id(), department.name());
    }
    return names;
  }

  @PostMapping("/{tenant}/potentials")
  ModelAndView offer(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    PotentialForm read = PotentialForm.read(tenant.id(), form, topics, tenants);
    if (!form.isValid()) {
      return WishPages.refused(
          "wish/potentialForm", formModel(tenant, form, tenant.url("/potentials"), viewer));
    }
    PotentialId id =
        potentials.offer(tenant.id(), read.offer(), read.visibility(), form.submission(), viewer);
    return Redirect.to(tenant.url("/potentials/" + id), "wish.potential.said");
  }

  @SharedPage
  @GetMapping("/{tenant}/potentials/{potential}")
  ModelAndView show(Tenant tenant, @PathVariable PotentialId potential, Viewer viewer) {
    Potential found = potentials.get(tenant.id(), potential, viewer);
    return new ModelAndView(
        "wish/potentialShow",
        Map.of("tenant", tenant, "shown", shown(found, departments(tenant), viewer.locale())));
  }

  @GetMapping("/{tenant}/potentials/{potential}/edit")
  ModelAndView edit(Tenant tenant, @PathVariable PotentialId potential, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    Potential found = potentials.get(tenant.id(), potential, viewer);
    return form(tenant, PotentialForm.of(found), found.url() + "/offer", viewer);
  }

  @PostMapping("/{tenant}/potentials/{potential}/offer")
  ModelAndView change(
      Tenant tenant, @PathVariable PotentialId potential, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    Potential found = potentials.get(tenant.id(), potential, viewer);
    PotentialForm read = PotentialForm.read(tenant.id(), form, topics, tenants);
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    if (!form.isValid()) {
      return WishPages.refused(
          "wish/potentialForm", formModel(tenant, form, found.url() + "/offer", viewer));
    }
    if (version == null) {
      throw Problem.badRequest("base.problem.badRequest");
    }
    potentials.change(found.offering(read.offer(), read.visibility(), version), viewer);
    return Redirect.to(found.url(), "wish.potential.said");
  }
}
