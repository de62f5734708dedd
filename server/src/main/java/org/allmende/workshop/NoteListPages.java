package org.allmende.workshop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Everything on the board to take along: as a list to print, as CSV and as JSON. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/results")
class NoteListPages {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final ReadableResults readable;
  private final Texts texts;
  private final JsonMapper json;

  NoteListPages(ReadableResults readable, Texts texts, JsonMapper json) {
    this.readable = readable;
    this.texts = texts;
    this.json = json;
  }

  @GetMapping("/notes")
  ModelAndView list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    return new ModelAndView(
        "workshop/noteList",
        Map.of("tenant", tenant, "workshop", workshop, "results", readable.of(workshop)));
  }

  @GetMapping("/notes.csv")
  ResponseEntity<byte[]> csv(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    return file(workshop, CSV, csv(NoteLine.of(readable.of(workshop)), viewer.locale()));
  }

  private byte[] csv(List<NoteLine> lines, Locale locale) {
    StringBuilder csv = new StringBuilder(Csv.MARK);
    csv.append(
        Csv.line(
            NoteLine.COLUMNS.stream()
                .map(column -> texts.of(locale, "workshop.notes." + column))
                .toList()));
    for (NoteLine line : lines) {
      csv.append(
          Csv.line(
              List.of(
                  line.phase(),
                  line.zone(),
                  line.text(),
                  texts.of(locale, "board.hat." + line.hat()),
                  String.valueOf(line.dots()),
                  line.became() == null
                      ? ""
                      : texts.of(locale, "workshop.kind." + line.became()))));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/notes.json")
  ResponseEntity<byte[]> json(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    Map<String, Object> all =
        Map.of("title", workshop.title(), "notes", NoteLine.of(readable.of(workshop)));
    return file(workshop, MediaType.APPLICATION_JSON, json.writeValueAsBytes(all));
  }

  private static ResponseEntity<byte[]> file(Workshop workshop, MediaType type, byte[] content) {
    String name = "workshop-" + workshop.id() + "." + type.getSubtype();
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
