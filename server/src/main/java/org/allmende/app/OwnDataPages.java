package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.notify.OwnLinks;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Taking one's data along and having them erased, by private link and by account. */
@Controller
class OwnDataPages {

  private final OwnData data;
  private final OwnLinks links;

  OwnDataPages(OwnData data, OwnLinks links) {
    this.data = data;
    this.links = links;
  }

  @GetMapping("/private/{link}/data.json")
  ResponseEntity<Map<String, List<String>>> take(@PathVariable String link) {
    return file(data.of(links.read(link)));
  }

  @GetMapping("/account/data.json")
  ResponseEntity<Map<String, List<String>>> take(Viewer viewer) {
    return file(data.of(viewer.known()));
  }

  static ResponseEntity<Map<String, List<String>>> file(Map<String, List<String>> data) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("allmende.json").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(data);
  }

  @PostMapping("/private/{link}/erasure")
  ModelAndView erase(@PathVariable String link) {
    data.erase(links.read(link));
    return new ModelAndView("app/erased", Map.of());
  }

  /**
   * Closes the account and erases all that is known of the person.
   *
   * @throws Problem 422 without the tick that says it is meant, 409 for an operator, who would
   *     leave the installation without one, and for the last who administers or decides for a
   *     tenant
   */
  @PostMapping("/account/erasure")
  ModelAndView erase(Form form, Viewer viewer) {
    PersonId person = viewer.known();
    if (!form.ticked("meant")) {
      throw Problem.invalid("app.erase.meant.missing");
    }
    data.erase(person);
    return Redirect.to("/", "app.erase.said");
  }
}
