package org.allmende.app;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Brand;
import org.allmende.base.web.Frame;
import org.allmende.base.web.FrameSource;
import org.allmende.base.web.NavItem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.notify.Inbox;
import org.allmende.tenant.BrandPages;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The frame around every page: whose page it is, and where one can go from there. */
@Component
class Navigation implements FrameSource {

  private final Tenants tenants;
  private final Texts texts;
  private final Inbox inbox;
  private final boolean demo;

  Navigation(Tenants tenants, Texts texts, Inbox inbox, @Value("${allmende.demo}") boolean demo) {
    this.tenants = tenants;
    this.texts = texts;
    this.inbox = inbox;
    this.demo = demo;
  }

  @Override
  public Frame frame(HttpServletRequest request, Viewer viewer) {
    Optional<Tenant> tenant = tenantOf(request.getRequestURI());
    return tenant
        .map(known ->
            new Frame(
                brand(known, viewer.locale()),
                main(known, viewer.locale()),
                desk(known, viewer),
                footer(known, request.getRequestURI(), viewer.locale()),
                demo,
                unread(viewer)))
        .orElseGet(() -> installation(operatorDesk(viewer), viewer.locale()));
  }

  @Override
  public Frame frameWithoutDatabase(Locale locale) {
    return installation(List.of(), locale);
  }

  private Frame installation(List<NavItem> desk, Locale locale) {
    return new Frame(
        new Brand("Allmende", texts.of(locale, "app.brand.tagline"), "/", "A", ""),
        List.of(item("start", "app.nav.start", "/", locale)),
        desk,
        footer(locale),
        demo,
        0);
  }

  private int unread(Viewer viewer) {
    return viewer.person() == null ? 0 : inbox.unread(viewer.person());
  }

  private Optional<Tenant> tenantOf(String path) {
    int end = path.indexOf('/', 1);
    String slug = path.substring(1, end < 0 ? path.length() : end);
    return TenantId.isSlug(slug) ? tenants.find(new TenantId(slug)) : Optional.empty();
  }

  private Brand brand(Tenant tenant, Locale locale) {
    return new Brand(
        tenant.name(),
        texts.of(locale, "app.brand.tagline"),
        tenant.url("/"),
        tenant.name().substring(0, 1),
        BrandPages.stylesheet(tenant));
  }

  private List<NavItem> main(Tenant tenant, Locale locale) {
    return List.of(
        item("start", "app.nav.start", tenant.url("/"), locale),
        item("wishes", "app.nav.wishes", tenant.url("/wishes"), locale),
        item("data", "app.nav.data", tenant.url("/datasets"), locale),
        item("join", "app.nav.join", tenant.url("/workshops"), locale));
  }

  private List<NavItem> desk(Tenant tenant, Viewer viewer) {
    TenantId id = tenant.id();
    Locale locale = viewer.locale();
    List<NavItem> items = new ArrayList<>();
    if (viewer.has(id, Role.STEWARD)) {
      items.add(item("desk", "app.nav.desk", tenant.url("/desk"), locale));
      items.add(item("texts-reported", "app.nav.moderation", tenant.url("/desk/texts"), locale));
    }
    if (viewer.has(id, Role.OFFICER, Role.STEWARD)) {
      items.add(
          item("commitments", "app.nav.commitments", tenant.url("/commitments/mine"), locale));
      items.add(item("datasetDesk", "app.nav.datasetDesk", tenant.url("/datasets/desk"), locale));
      items.add(item("potentials", "app.nav.potentials", tenant.url("/potentials"), locale));
    }
    if (viewer.has(id, Role.STEWARD)) {
      items.add(item("synonyms", "app.nav.synonyms", tenant.url("/synonyms"), locale));
    }
    if (viewer.has(id, Role.FACILITATOR)) {
      items.add(
          item("workshopDesk", "app.nav.workshopDesk", tenant.url("/workshops/desk"), locale));
    }
    if (viewer.has(id, Role.ADMIN)) {
      items.add(item("admin", "app.nav.admin", tenant.url("/admin"), locale));
      items.add(item("texts", "app.nav.texts", tenant.url("/admin/texts"), locale));
    }
    return items;
  }

  private List<NavItem> operatorDesk(Viewer viewer) {
    return viewer.operator()
        ? List.of(
            item("tenants", "app.nav.tenants", "/operator/tenants", viewer.locale()),
            item("synonyms", "app.nav.synonyms", "/operator/synonyms", viewer.locale()),
            item("texts", "app.nav.texts", "/operator/texts", viewer.locale()),
            item("watch", "app.nav.watch", "/operator/watch", viewer.locale()))
        : List.of();
  }

  private List<NavItem> footer(Tenant tenant, String path, Locale locale) {
    String from = "?page=" + UriUtils.encode(path, StandardCharsets.UTF_8);
    List<NavItem> items = new ArrayList<>(legal(tenant.url("/legal/"), locale));
    items.add(2, item("barrier", "app.nav.barrier", tenant.url("/legal/barrier") + from, locale));
    return items;
  }

  private List<NavItem> footer(Locale locale) {
    return legal("/legal/", locale);
  }

  private List<NavItem> legal(String folder, Locale locale) {
    return List.of(
        item("open-data", "app.nav.openData", folder + "open-data", locale),
        item("accessibility", "app.nav.accessibility", folder + "accessibility", locale),
        item("rules", "app.nav.rules", folder + "rules", locale),
        item("privacy", "app.nav.privacy", folder + "privacy", locale),
        item("imprint", "app.nav.imprint", folder + "imprint", locale),
        item("interfaces", "app.nav.interfaces", folder + "interfaces", locale));
  }

  private NavItem item(String section, String key, String url, Locale locale) {
    return new NavItem(section, texts.of(locale, key), url);
  }
}
