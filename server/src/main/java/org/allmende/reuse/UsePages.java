package org.allmende.reuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody says what a dataset is used for. */
@Controller
class UsePages {

  private final Uses uses;
  private final Datasets datasets;
  private final Tenants tenants;
  private final Pace pace;

  UsePages(Uses uses, Datasets datasets, Tenants tenants, Pace pace) {
    this.uses = uses;
    this.datasets = datasets;
    this.tenants = tenants;
    this.pace = pace;
  }

  @GetMapping("/{tenant}/datasets/{id}/uses/new")
  ModelAndView form(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return page(tenant, published(tenant, id, viewer), Form.empty(), viewer, HttpStatus.OK);
  }

  @PostMapping("/{tenant}/datasets/{id}/uses")
  ModelAndView report(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Dataset dataset = published(tenant, id, viewer);
    NewUse use = NewUse.read(form);
    if (!form.isValid()) {
      return page(tenant, dataset, form, viewer, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(viewer, request, response);
    var _ = uses.report(dataset, use, form.submission(), viewer);
    return Redirect.to(dataset.url() + "#uses", "reuse.saying.reported");
  }

  /** Takes a use off the page. */
  @PostMapping("/{tenant}/datasets/{id}/uses/{use}/removal")
  ModelAndView remove(
      Tenant tenant, @PathVariable String id, @PathVariable String use, Form form, Viewer viewer) {
    Dataset dataset = published(tenant, id, viewer);
    uses.remove(tenant.id(), use, form.text("reason").max(500).or("-"), viewer);
    return Redirect.to(dataset.url() + "#uses", "reuse.saying.removed");
  }

  private Dataset published(Tenant tenant, String id, Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    if (!dataset.isPublished()) {
      throw Problem.conflict("reuse.problem.notPublished");
    }
    return dataset;
  }

  private ModelAndView page(
      Tenant tenant, Dataset dataset, Form form, Viewer viewer, HttpStatus status) {
    List<String> departments =
        viewer.isStaff(tenant.id())
            ? tenants.departments(tenant.id()).stream().map(Department::name).toList()
            : List.of();
    return new ModelAndView(
        "reuse/form",
        Map.of("tenant", tenant, "dataset", dataset, "departments", departments, "form", form),
        status);
  }
}
