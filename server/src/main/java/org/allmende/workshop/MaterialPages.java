package org.allmende.workshop;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allmende.base.blob.Blobs;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Licenses;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The materials of a workshop: for everybody to read, for those who lead to add. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/materials")
class MaterialPages {

  private static final String USUAL_LICENSE = "cc-by/4.0";

  private final Workshops workshops;
  private final Materials materials;
  private final MaterialForm forms;
  private final Licenses licenses;
  private final Blobs blobs;

  MaterialPages(
      Workshops workshops,
      Materials materials,
      MaterialForm forms,
      Licenses licenses,
      Blobs blobs) {
    this.workshops = workshops;
    this.materials = materials;
    this.forms = forms;
    this.licenses = licenses;
    this.blobs = blobs;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Form proposed = Form.of(Map.of("license", USUAL_LICENSE, "shown", Shown.NOW.key()));
    return page(workshops.get(tenant.id(), id), proposed, viewer);
  }

  /** Adds a link or a file. */
  @PostMapping
  ModelAndView add(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer)
      throws IOException {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Material material = forms.read(workshop, form, file);
    if (material == null) {
      ModelAndView again = page(workshop, form, viewer);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    materials.add(workshop, material, form.submission(), viewer);
    return Redirect.to(workshop.url("/materials"), "workshop.material.added");
  }

  /** The file to take away: as attachment, never to be run by a browser. */
  @GetMapping("/{material}/file")
  void file(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String material,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    Workshop workshop = workshops.get(tenant.id(), id);
    Material.StoredFile file = materials.get(workshop, material, viewer).file();
    if (file == null) {
      throw Problem.notFound("workshop.material.unknown");
    }
    response.setContentType("application/octet-stream");
    response.setContentLengthLong(file.content().bytes());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString());
    try (InputStream content = blobs.open(file.content().sha256())) {
      content.transferTo(response.getOutputStream());
    }
  }

  @PostMapping("/{material}/shown")
  ModelAndView show(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String material,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Shown shown = form.choice("to", Shown.class);
    materials.show(workshop, material, Objects.requireNonNullElse(shown, Shown.RESULTS), viewer);
    return Redirect.to(workshop.url("/materials"), "workshop.material.changed");
  }

  @PostMapping("/{material}/removal")
  ModelAndView remove(
      Tenant tenant, @PathVariable String id, @PathVariable String material, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    materials.remove(workshop, material, viewer);
    return Redirect.to(workshop.url("/materials"), "workshop.material.removed");
  }

  private ModelAndView page(Workshop workshop, Form form, Viewer viewer) {
    Map<String, String> choice = new LinkedHashMap<>();
    licenses.all().forEach(license -> choice.put(license.id(), license.title()));
    List<Material> shown = materials.of(workshop, viewer);
    return new ModelAndView(
        "workshop/materialPage",
        Map.of(
            "workshop",
            workshop,
            "materials",
            shown,
            "licenses",
            choice,
            "leads",
            Workshops.leads(workshop, viewer),
            "form",
            form));
  }
}
