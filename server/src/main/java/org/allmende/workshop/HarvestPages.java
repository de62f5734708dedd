package org.allmende.workshop;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardNote;
import org.allmende.board.Hat;
import org.allmende.board.NoteId;
import org.allmende.catalog.TopicSuggestion;
import org.allmende.catalog.Topics;
import org.allmende.search.Search;
import org.allmende.search.SimilarQuery;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The harvest desk: one note after the other becomes something that can be followed. */
@Controller
class HarvestPages {

  private static final int SUGGESTED = 5;
  private static final int EXISTING = 3;

  private final Workshops workshops;
  private final Harvesting harvesting;
  private final SameNotes sameNotes;
  private final Questions questions;
  private final Topics topics;
  private final Search search;
  private final Tenants tenants;

  HarvestPages(
      Workshops workshops,
      Harvesting harvesting,
      SameNotes sameNotes,
      Questions questions,
      Topics topics,
      Search search,
      Tenants tenants) {
    this.workshops = workshops;
    this.harvesting = harvesting;
    this.sameNotes = sameNotes;
    this.questions = questions;
    this.topics = topics;
    this.search = search;
    this.tenants = tenants;
  }

  @GetMapping("/{tenant}/workshops/{id}/harvest")
  ModelAndView desk(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return page(workshop, note, null);
  }

  @PostMapping("/{tenant}/workshops/{id}/harvest/{note}")
  ModelAndView harvest(
      Tenant tenant, @PathVariable String id, @PathVariable String note, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Verdict verdict = HarvestForm.of(form, topics, tenants);
    if (!form.isValid()) {
      ModelAndView again = page(workshop, note, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    harvesting.harvest(workshop, new NoteId(note), verdict, form.submission(), viewer);
    return Redirect.to(workshop.url("/harvest"), "workshop.harvest.saved");
  }

  private ModelAndView page(Workshop workshop, String note, @Nullable Form sent) {
    Map<TenantId, String> names = names();
    HarvestDesk desk = desk(workshop, note, names);
    HarvestDesk.Sheet sheet = desk.sheet();
    Form form = sent != null ? sent : sheet == null ? Form.empty() : proposed(sheet);
    return new ModelAndView(
        "workshop/harvest",
        Map.of("desk", desk, "form", form, "names", names, "themes", topics.byTheme()));
  }

  /** A wish in the note's own words; no topic, because a person chooses it. */
  private static Form proposed(HarvestDesk.Sheet sheet) {
    HarvestKind likely =
        sheet.note().hat() == Hat.DEPARTMENT ? HarvestKind.POTENTIAL : HarvestKind.WISH;
    return Form.of(
        Map.of("as", likely.key(), "text", sheet.note().text(), "tenant", sheet.owner().slug()));
  }

  private HarvestDesk desk(Workshop workshop, String selected, Map<TenantId, String> names) {
    List<BoardNote> notes = harvesting.notes(workshop);
    Map<NoteId, Harvest> harvests = harvesting.of(workshop);
    List<BoardNote> open =
        notes.stream()
            .filter(note -> !harvests.containsKey(note.id()))
            .sorted(Comparator.comparingInt(BoardNote::dots).reversed())
            .toList();
    Map<NoteId, BoardNote> byId =
        notes.stream().collect(Collectors.toMap(BoardNote::id, note -> note));
    List<HarvestDesk.Done> done =
        harvests.values().stream()
            .flatMap(harvest ->
                Optional.ofNullable(byId.get(harvest.note()))
                    .map(found -> new HarvestDesk.Done(found, harvest))
                    .stream())
            .toList()
            .reversed();
    Map<HarvestKind, Integer> counts = new EnumMap<>(HarvestKind.class);
    harvests.values().forEach(harvest -> counts.merge(harvest.kind(), 1, Integer::sum));
    BoardNote current =
        open.stream()
            .filter(note -> note.id().value().equals(selected))
            .findFirst()
            .orElse(open.isEmpty() ? null : open.getFirst());
    HarvestDesk.Sheet sheet = current == null ? null : sheet(workshop, current, open, names);
    return new HarvestDesk(workshop, open, done, counts, sheet);
  }

  private HarvestDesk.Sheet sheet(
      Workshop workshop, BoardNote note, List<BoardNote> open, Map<TenantId, String> names) {
    Participant author = harvesting.authors(workshop).get(note.author());
    TenantId named = author == null ? null : author.tenant();
    TenantId owner = named == null ? workshop.tenant() : named;
    List<TopicSuggestion> suggested = topics.suggest(owner, note.text(), SUGGESTED);
    return new HarvestDesk.Sheet(
        note,
        harvesting.comments(workshop, note.id()),
        harvesting.pseudonym(note, author),
        named == null ? "" : names.getOrDefault(named, named.slug()),
        owner,
        suggested,
        sameNotes.of(owner, note, suggested, open),
        search.similar(
            SimilarQuery.of(note.text(), owner, Set.of("wish", "dataset"))
                .near(Set.copyOf(Carriers.of(workshop)))
                .limit(EXISTING)));
  }

  /** Names what becomes public before it does. */
  @GetMapping("/{tenant}/workshops/{id}/release")
  ModelAndView releasing(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    if (workshop.isReleased()) {
      return Redirect.to(workshop.url("/results"));
    }
    return new ModelAndView(
        "workshop/release",
        Map.of(
            "desk", desk(workshop, "", names()),
            "questions", QuestionList.published(questions.of(workshop)).asked(),
            "names", names()));
  }

  @PostMapping("/{tenant}/workshops/{id}/release")
  ModelAndView release(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    harvesting.release(workshop, form.submission(), viewer);
    return Redirect.to(workshop.url("/results"), "workshop.release.saved");
  }

  private Map<TenantId, String> names() {
    Map<TenantId, String> names = new LinkedHashMap<>();
    tenants.all().forEach(tenant -> names.put(tenant.id(), tenant.name()));
    return names;
  }
}
