package org.allmende.workshop;

import java.io.IOException;
import java.util.Objects;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The materials of a workshop for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/materials")
class MaterialApi {

  /**
   * A material.
   *
   * @param url where it is, here or elsewhere
   * @param file null for something elsewhere
   * @param shown since when everybody sees it: {@code now}, or with the {@code results}
   */
  record MaterialView(
      String id,
      String url,
      String kind,
      String title,
      @Nullable FileView file,
      @Nullable String credit,
      String shown) {}

  /** A file that lies here. */
  record FileView(String name, long bytes, String license) {

    static @Nullable FileView of(Material.@Nullable StoredFile file) {
      return file == null
          ? null
          : new FileView(file.name(), file.content().bytes(), file.license());
    }
  }

  private final Workshops workshops;
  private final Materials materials;
  private final MaterialForm forms;
  private final PublicAddress address;

  MaterialApi(Workshops workshops, Materials materials, MaterialForm forms, PublicAddress address) {
    this.workshops = workshops;
    this.materials = materials;
    this.forms = forms;
    this.address = address;
  }

  @GetMapping
  Listing<MaterialView> list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    return Listing.of(
        materials.of(workshop, viewer).stream().map(material -> view(workshop, material)).toList());
  }

  /** A link, or multipart {@code file}; {@link WorkshopUploads} has let it in. */
  @PostMapping
  ResponseEntity<MaterialView> add(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer)
      throws IOException {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Material material = forms.read(workshop, form, file);
    form.orThrow();
    String added =
        materials.add(workshop, Objects.requireNonNull(material), form.submission(), viewer);
    MaterialView view = view(workshop, materials.get(workshop, added, viewer));
    return Created.at(view.url(), view);
  }

  /** What is not given stays. */
  @PatchMapping("/{material}")
  MaterialView change(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String material,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Shown shown = form.choice("shown", Shown.class);
    form.orThrow();
    if (shown != null) {
      materials.show(workshop, material, shown, viewer);
    }
    return view(workshop, materials.get(workshop, material, viewer));
  }

  @PostMapping("/{material}/removal")
  Listing<MaterialView> remove(
      Tenant tenant, @PathVariable String id, @PathVariable String material, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    materials.remove(workshop, material, viewer);
    return list(tenant, id, viewer);
  }

  private MaterialView view(Workshop workshop, Material material) {
    return new MaterialView(
        material.id(),
        address.whole(material.href(workshop)),
        material.kind().key(),
        material.title(),
        FileView.of(material.file()),
        material.credit(),
        material.shown().key());
  }
}
