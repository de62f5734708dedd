package org.allmende.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where stewards say what people mean by an everyday word, and the operator does for the whole
 * installation.
 */
@Controller
class SynonymPages {

  private static final String EVERYWHERE = "/operator/synonyms";
  private static final int PAGE = 60;

  private final Synonyms synonyms;

  SynonymPages(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  @GetMapping("/{tenant}/synonyms")
  ModelAndView list(
      Tenant tenant,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    return page(tenant, q, page, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/{tenant}/synonyms")
  ModelAndView add(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    NewSynonym given = NewSynonym.read(form);
    if (!form.isValid()) {
      return page(tenant, "", 1, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    synonyms.add(tenant.id(), given.word(), given.means(), viewer);
    return Redirect.to(url(tenant), "search.synonym.saying.added");
  }

  @PostMapping("/{tenant}/synonyms/{id}/removal")
  ModelAndView remove(Tenant tenant, @PathVariable String id, Viewer viewer) {
    synonyms.remove(tenant.id(), id, viewer);
    return Redirect.to(url(tenant), "search.synonym.saying.removed");
  }

  @PostMapping("/{tenant}/synonyms/{id}/off")
  ModelAndView switchOff(Tenant tenant, @PathVariable String id, Viewer viewer) {
    synonyms.switchOff(tenant.id(), id, viewer);
    return Redirect.to(url(tenant), "search.synonym.saying.off");
  }

  @PostMapping("/{tenant}/synonyms/{id}/on")
  ModelAndView switchOn(Tenant tenant, @PathVariable String id, Viewer viewer) {
    synonyms.switchOn(tenant.id(), id, viewer);
    return Redirect.to(url(tenant), "search.synonym.saying.on");
  }

  @GetMapping(EVERYWHERE)
  ModelAndView listEverywhere(Viewer viewer) {
    viewer.requireOperator();
    return everywhere(Form.empty(), HttpStatus.OK);
  }

  @PostMapping(EVERYWHERE)
  ModelAndView addEverywhere(Form form, Viewer viewer) {
    viewer.requireOperator();
    NewSynonym given = NewSynonym.read(form);
    if (!form.isValid()) {
      return everywhere(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    synonyms.addEverywhere(given.word(), given.means(), viewer);
    return Redirect.to(EVERYWHERE, "search.synonym.saying.added");
  }

  @PostMapping(EVERYWHERE + "/{id}/removal")
  ModelAndView removeEverywhere(@PathVariable String id, Viewer viewer) {
    synonyms.removeEverywhere(id, viewer);
    return Redirect.to(EVERYWHERE, "search.synonym.saying.removed");
  }

  private ModelAndView page(Tenant tenant, String asked, int page, Form form, HttpStatus status) {
    Set<String> off = synonyms.off(tenant.id());
    List<SynonymList.Row> found =
        synonyms.listEverywhere().stream()
            .filter(synonym -> holds(synonym, asked))
            .map(synonym -> new SynonymList.Row(synonym, off.contains(synonym.id())))
            .toList();
    int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
    int number = Math.clamp(page, 1, pages);
    List<SynonymList.Row> shown =
        found.subList((number - 1) * PAGE, Math.min(number * PAGE, found.size()));
    var shared = new SynonymList.Shared(asked.strip(), shown, number, pages);
    return view(new SynonymList(url(tenant), synonyms.list(tenant.id()), shared), form, status);
  }

  private ModelAndView everywhere(Form form, HttpStatus status) {
    return view(new SynonymList(EVERYWHERE, synonyms.listEverywhere(), null), form, status);
  }

  private static ModelAndView view(SynonymList list, Form form, HttpStatus status) {
    return new ModelAndView("search/synonyms", Map.of("list", list, "form", form), status);
  }

  private static boolean holds(Synonym synonym, String asked) {
    String folded = GermanText.fold(asked.strip());
    return GermanText.fold(synonym.word()).contains(folded)
        || GermanText.fold(synonym.means()).contains(folded);
  }

  private static String url(Tenant tenant) {
    return tenant.url("/synonyms");
  }
}
