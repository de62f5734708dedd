package org.allmende.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.privacy.Retentions;
import org.allmende.base.web.Problem;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What every tenant, and the installation itself, must say and should explain. */
@Controller
class LegalPages {

  private static final String INSTALLATION = "Allmende";

  private final OwnTexts texts;
  private final Retentions retentions;

  LegalPages(OwnTexts texts, Retentions retentions) {
    this.texts = texts;
    this.retentions = retentions;
  }

  @SharedPage
  @GetMapping("/{tenant}/legal/{topic}")
  ModelAndView ofTenant(Tenant tenant, @PathVariable String topic, Viewer viewer) {
    String contact = tenant.contact() == null ? "" : tenant.contact();
    return page(topic, texts.of(tenant, topic(topic), viewer.locale()), contact, tenant.url(""));
  }

  @GetMapping("/legal/{topic}")
  ModelAndView ofInstallation(@PathVariable String topic, Viewer viewer) {
    return page(topic, OwnTexts.ours(topic(topic), viewer.locale(), INSTALLATION), "", "");
  }

  private ModelAndView page(String topic, String text, String contact, String home) {
    return new ModelAndView(
        "app/legal",
        Map.of(
            "topic",
            topic,
            "content",
            Markdown.content(text),
            "contact",
            contact,
            "home",
            home,
            "retentions",
            topic.equals(TextTopic.PRIVACY.key()) ? retentions.all() : List.of()));
  }

  @SharedPage
  @GetMapping("/{tenant}/legal/interfaces")
  ModelAndView interfacesOfTenant(Tenant tenant) {
    return interfaces(tenant.name(), tenant.url(""));
  }

  @GetMapping("/legal/interfaces")
  ModelAndView interfacesOfInstallation() {
    return interfaces(INSTALLATION, "");
  }

  private static ModelAndView interfaces(String name, String home) {
    return new ModelAndView("app/interfaces", Map.of("name", name, "home", home));
  }

  private static TextTopic topic(String key) {
    return TextTopic.of(key.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> Problem.notFound("base.problem.notFound"));
  }
}
