package org.allmende.workshop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Viewer;
import org.allmende.board.Boards;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
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

/** Everything on the board to take along: as a list to print, as PDF, CSV and JSON. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/results")
class NoteListPages {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final ReadableResults readable;
  private final Workshops workshops;
  private final Boards boards;
  private final NoteListPdf pdf;
  private final Texts texts;
  private final JsonMapper json;

  NoteListPages(
      ReadableResults readable,
      Workshops workshops,
      Boards boards,
      NoteListPdf pdf,
      Texts texts,
      JsonMapper json) {
    this.readable = readable;
    this.workshops = workshops;
    this.boards = boards;
    this.pdf = pdf;
    this.texts = texts;
    this.json = json;
  }

  @GetMapping("/notes")
  ModelAndView list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    Results results = readable.of(workshop);
    return new ModelAndView(
        "workshop/noteList",
        Map.of(
            "tenant",
            tenant,
            "workshop",
            workshop,
            "results",
            results,
            "withheld",
            withheld(workshop, results, viewer)));
  }

  @GetMapping("/notes.csv")
  ResponseEntity<byte[]> csv(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    return file(workshop, CSV, csv(lines(workshop, viewer), viewer.locale()));
  }

  private List<NoteLine> lines(Workshop workshop, Viewer viewer) {
    Results results = readable.of(workshop);
    return NoteLine.of(results, withheld(workshop, results, viewer));
  }

  private Withheld withheld(Workshop workshop, Results results, Viewer viewer) {
    return Workshops.leads(workshop, viewer)
        ? Withheld.of(results, boards.comments(workshops.board(workshop)))
        : Withheld.NOTHING;
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
                  line.group() == null ? "" : String.valueOf(line.group()),
                  line.zone(),
                  line.text(),
                  texts.of(locale, "board.hat." + line.hat()),
                  String.valueOf(line.dots()),
                  word(locale, "board.effort.", line.effort()),
                  word(locale, "board.risk.", line.risk()),
                  word(locale, "workshop.notes.", line.late() ? "yes" : null),
                  word(locale, "workshop.notes.", line.parked() ? "yes" : null),
                  word(locale, "workshop.kind.", line.became()),
                  line.table() == null ? "" : line.table(),
                  String.join("\n", line.comments()))));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String word(Locale locale, String before, @Nullable String key) {
    return key == null ? "" : texts.of(locale, before + key);
  }

  @GetMapping("/notes.pdf")
  ResponseEntity<byte[]> pdf(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    Results results = readable.of(workshop);
    Withheld withheld = withheld(workshop, results, viewer);
    return file(
        workshop,
        MediaType.APPLICATION_PDF,
        pdf.of(tenant, workshop, results, withheld, viewer.locale()));
  }

  @GetMapping("/notes.json")
  ResponseEntity<byte[]> json(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    Map<String, Object> all = Map.of("title", workshop.title(), "notes", lines(workshop, viewer));
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
