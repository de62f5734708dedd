package org.allmende.catalog;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files to take away: always as attachment, never to be run by a browser. */
@Controller
class DownloadPages {

  private final Datasets datasets;
  private final DatasetFiles files;

  DownloadPages(Datasets datasets, DatasetFiles files) {
    this.datasets = datasets;
    this.files = files;
  }

  @GetMapping("/{tenant}/datasets/{id}/files/{file}/original")
  void original(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String file,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    FileVersion version = version(tenant, id, file, viewer);
    response.setContentLengthLong(version.original().bytes());
    send(response, version.name(), "application/octet-stream");
    files.writeOriginal(version, response.getOutputStream());
  }

  @GetMapping("/{tenant}/datasets/{id}/files/{file}/csv")
  void csv(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String file,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    FileVersion version = version(tenant, id, file, viewer);
    send(response, FileName.stem(version.name()) + ".csv", "text/csv;charset=UTF-8");
    try (OutputStream out = response.getOutputStream()) {
      files.writeCsv(version, out);
    }
  }

  @GetMapping("/{tenant}/datasets/{id}/files/{file}/json")
  void json(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String file,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    FileVersion version = version(tenant, id, file, viewer);
    send(response, FileName.stem(version.name()) + ".json", "application/json;charset=UTF-8");
    try (OutputStream out = response.getOutputStream()) {
      files.writeJson(version, out);
    }
  }

  /**
   * The version this reader gets.
   *
   * @throws Problem 404 or 410
   */
  private FileVersion version(Tenant tenant, String id, String file, Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    return files.readable(dataset, new FileId(file), viewer);
  }

  private static void send(HttpServletResponse response, String name, String type) {
    response.setContentType(type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}
