package org.allmende.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.privacy.Retentions;
import org.allmende.base.web.Problem;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What every tenant, and the installation itself, must say and should explain. */
@Controller
class LegalPages {

  /** What towns answer for on their own pages, to be found from those of the installation. */
  private static final Set<TextTopic> ANSWERED_BY_TOWNS =
      Set.of(TextTopic.ACCESSIBILITY, TextTopic.PRIVACY, TextTopic.IMPRINT);

  private final OwnTexts texts;
  private final Tenants tenants;
  private final Retentions retentions;

  LegalPages(OwnTexts texts, Tenants tenants, Retentions retentions) {
    this.texts = texts;
    this.tenants = tenants;
    this.retentions = retentions;
  }

  @SharedPage
  @GetMapping("/{tenant}/legal/{topic}")
  ModelAndView ofTenant(Tenant tenant, @PathVariable String topic, Viewer viewer) {
    String contact = tenant.contact() == null ? "" : tenant.contact();
    return page(TextOwner.of(tenant), topic(topic), contact, List.of(), viewer);
  }

  @GetMapping("/legal/{topic}")
  ModelAndView ofInstallation(@PathVariable String topic, Viewer viewer) {
    TextTopic known = topic(topic);
    List<Tenant> towns = ANSWERED_BY_TOWNS.contains(known) ? tenants.active() : List.of();
    return page(TextOwner.INSTALLATION, known, "", towns, viewer);
  }

  private ModelAndView page(
      TextOwner owner, TextTopic topic, String contact, List<Tenant> towns, Viewer viewer) {
    return new ModelAndView(
        "app/legal",
        Map.of(
            "topic",
            topic.key(),
            "content",
            Markdown.content(texts.of(owner, topic, viewer.locale())),
            "contact",
            contact,
            "home",
            owner.home(),
            "towns",
            towns,
            "retentions",
            topic == TextTopic.PRIVACY ? retentions.all() : List.of()));
  }

  @SharedPage
  @GetMapping("/{tenant}/legal/interfaces")
  ModelAndView interfacesOfTenant(Tenant tenant) {
    return interfaces(tenant.name(), tenant.url(""));
  }

  @GetMapping("/legal/interfaces")
  ModelAndView interfacesOfInstallation() {
    return interfaces(TextOwner.INSTALLATION.name(), "");
  }

  private static ModelAndView interfaces(String name, String home) {
    return new ModelAndView("app/interfaces", Map.of("name", name, "home", home));
  }

  private static TextTopic topic(String key) {
    return TextTopic.of(key.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> Problem.notFound("base.problem.notFound"));
  }
}
