package org.allmende.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.search.Search;
import org.allmende.search.SearchQuery;
import org.allmende.search.SearchResult;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One search over wishes, potentials and data. */
@Controller
class SearchPages {

  private static final int PER_PAGE = 20;
  private static final int LONGEST = 200;

  private final Search search;
  private final Tenants tenants;

  SearchPages(Search search, Tenants tenants) {
    this.search = search;
    this.tenants = tenants;
  }

  @GetMapping("/search")
  ModelAndView everywhere(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer) {
    return find(q, page, Optional.empty(), viewer);
  }

  @GetMapping("/{tenant}/search")
  ModelAndView ofTenant(
      Tenant tenant,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer) {
    return find(q, page, Optional.of(tenant), viewer);
  }

  private ModelAndView find(String asked, int page, Optional<Tenant> tenant, Viewer viewer) {
    String text = asked.strip().substring(0, Math.min(asked.strip().length(), LONGEST));
    int current = Math.clamp(page, 1, 50);
    Set<TenantId> inside =
        viewer.roles().keySet().stream()
            .filter(id -> tenant.isEmpty() || tenant.get().id().equals(id))
            .collect(Collectors.toSet());
    SearchQuery query =
        SearchQuery.of(text)
            .within(tenant.map(t -> Set.of(t.id())).orElse(Set.of()))
            .seeingInside(inside)
            .page((current - 1) * PER_PAGE, PER_PAGE);
    SearchResult result =
        text.isEmpty() ? new SearchResult(0, java.util.List.of()) : search.find(query);
    Map<TenantId, String> names =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return new ModelAndView(
        "app/search",
        Map.of(
            "query", text,
            "result", result,
            "current", current,
            "last", (int) Math.clamp((result.total() + PER_PAGE - 1) / PER_PAGE, 1, 50),
            "names", names,
            "home", tenant.map(t -> t.url("")).orElse("")));
  }
}
