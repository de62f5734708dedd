package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.allmende.base.blob.Blobs;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A talk in the room: the slides, and the quick votes between them. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/room")
class TalkRoomPages {

  private static final Duration KEPT = Duration.ofHours(12);

  private final Workshops workshops;
  private final Rooms rooms;
  private final Talks talks;
  private final Votes votes;
  private final Blobs blobs;

  TalkRoomPages(Workshops workshops, Rooms rooms, Talks talks, Votes votes, Blobs blobs) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.talks = talks;
    this.votes = votes;
    this.blobs = blobs;
  }

  @GetMapping("/slides/{slide}")
  ResponseEntity<FileSystemResource> slide(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String slide,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Slide found = talks.slide(workshop, slide, rooms.reader(workshop, viewer, request));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate().immutable())
        .contentType(MediaType.parseMediaType(found.type()))
        .body(new FileSystemResource(blobs.file(found.sha256())));
  }

  @PostMapping("/slide")
  ModelAndView show(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return rooms.doing(
        workshop,
        rooms.reader(workshop, viewer, request),
        () -> talks.show(workshop, form.text("to").required("workshop.slides.unknown"), viewer));
  }

  @PostMapping("/votes")
  ModelAndView ask(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return rooms.doing(
        workshop,
        rooms.reader(workshop, viewer, request),
        () -> {
          Phase talk =
              Talks.current(workshop).orElseThrow(() -> Problem.conflict("workshop.vote.notNow"));
          NewVote vote = NewVote.of(form);
          form.orThrow();
          votes.ask(workshop, talk, vote, form.submission(), viewer);
        });
  }

  @PostMapping("/votes/{vote}/opening")
  ModelAndView open(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String vote,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return rooms.doing(
        workshop,
        rooms.reader(workshop, viewer, request),
        () -> votes.open(workshop, vote, viewer));
  }

  @PostMapping("/votes/{vote}/closing")
  ModelAndView close(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String vote,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return rooms.doing(
        workshop,
        rooms.reader(workshop, viewer, request),
        () -> votes.close(workshop, vote, viewer));
  }

  @PostMapping("/votes/{vote}/leaving")
  ModelAndView leave(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String vote,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return rooms.doing(
        workshop,
        rooms.reader(workshop, viewer, request),
        () -> votes.leave(workshop, vote, viewer));
  }

  @PostMapping("/votes/{vote}/answer")
  ModelAndView answer(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String vote,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    var by = rooms.reader(workshop, viewer, request);
    return rooms.doing(
        workshop,
        by,
        () -> {
          Integer answer = form.number("answer", 0, 100);
          if (answer == null) {
            throw Problem.invalid("workshop.vote.answer.unknown");
          }
          votes.answer(workshop, vote, answer, by);
        });
  }
}
