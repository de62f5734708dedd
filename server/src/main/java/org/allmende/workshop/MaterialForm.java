package org.allmende.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.allmende.base.blob.Blobs;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Form;
import org.allmende.catalog.FileName;
import org.allmende.catalog.License;
import org.allmende.catalog.Licenses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads a material from what somebody or a program sent, and keeps its file. */
@Component
class MaterialForm {

  private final Licenses licenses;
  private final Blobs blobs;

  MaterialForm(Licenses licenses, Blobs blobs) {
    this.licenses = licenses;
    this.blobs = blobs;
  }

  /** A link or a file; null when something is wrong. */
  @Nullable Material read(Workshop workshop, Form form, @Nullable MultipartFile sent)
      throws IOException {
    MultipartFile file = sent == null || sent.isEmpty() ? null : sent;
    String title = form.text("title").max(120).required("workshop.material.title.missing");
    MaterialKind kind = form.choice("kind", MaterialKind.class);
    Shown shown = form.choice("shown", Shown.class);
    String url = WorkshopForm.url(form, "url");
    String credit = form.text("credit").max(200).optional();
    License license = licenses.find(form.text("license").or("")).orElse(null);
    if (url == null && file == null && form.error("url") == null) {
      form.reject("url", "workshop.material.missing");
    } else if (url != null && file != null) {
      form.reject("url", "workshop.material.both");
    }
    if (file != null && credit == null) {
      form.reject("credit", "workshop.material.credit.missing");
    }
    if (file != null && license == null) {
      form.reject("license", "workshop.material.license.missing");
    }
    if (!form.isValid()) {
      return null;
    }
    return new Material(
        Ids.next(),
        workshop.id(),
        Objects.requireNonNullElse(kind, MaterialKind.OTHER),
        title,
        url,
        file == null || license == null ? null : stored(file, license),
        credit,
        Objects.requireNonNullElse(shown, Shown.RESULTS));
  }

  /** On disk before the row that names it. */
  private Material.StoredFile stored(MultipartFile file, License license) throws IOException {
    String name = FileName.plain(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    try (InputStream content = file.getInputStream()) {
      return new Material.StoredFile(blobs.store(content), name, license.id());
    }
  }
}
