package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A talk being prepared by those who lead: its slides and its quick votes. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/talks/{talk}")
class TalkPages {

  private final Workshops workshops;
  private final Slides slides;
  private final SlideFiles files;
  private final Votes votes;

  TalkPages(Workshops workshops, Slides slides, SlideFiles files, Votes votes) {
    this.workshops = workshops;
    this.slides = slides;
    this.files = files;
    this.votes = votes;
  }

  @GetMapping
  ModelAndView show(
      Tenant tenant, @PathVariable String id, @PathVariable String talk, Viewer viewer) {
    return page(workshops.led(tenant, id, viewer), talk, Form.empty());
  }

  @PostMapping("/slides")
  ModelAndView upload(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    try {
      slides.add(workshop, phase, files.take(sent), viewer);
      return back(workshop, phase);
    } catch (Problem refused) {
      form.reject("file", refused.message().key(), refused.message().args().toArray());
      return again(workshop, talk, form, refused.status());
    }
  }

  @PostMapping("/slides/{slide}")
  ModelAndView change(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String slide,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    SlideDepth depth = form.choice("depth", SlideDepth.class);
    String words = form.text("words").max(Slides.MOST_WORDS).or("");
    form.orThrow();
    slides.change(workshop, phase, slide, depth == null ? SlideDepth.BASICS : depth, words, viewer);
    return Redirect.to(url(workshop, phase) + "#slide-" + slide);
  }

  @PostMapping("/slides/{slide}/moves")
  ModelAndView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String slide,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    slides.moveUp(workshop, phase, slide, viewer);
    return Redirect.to(url(workshop, phase) + "#slide-" + slide);
  }

  @PostMapping("/slides/{slide}/removal")
  ModelAndView remove(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String slide,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    slides.remove(workshop, phase, slide, viewer);
    return back(workshop, phase);
  }

  @PostMapping("/votes")
  ModelAndView prepare(
      Tenant tenant, @PathVariable String id, @PathVariable String talk, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    NewVote vote = NewVote.of(form);
    if (!form.isValid()) {
      return again(workshop, talk, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    votes.prepare(workshop, phase, vote, form.submission(), viewer);
    return back(workshop, phase);
  }

  @PostMapping("/votes/{vote}/removal")
  ModelAndView removeVote(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String vote,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    votes.remove(workshop, vote, viewer);
    return back(workshop, phase);
  }

  private ModelAndView again(Workshop workshop, String talk, Form form, HttpStatusCode status) {
    ModelAndView page = page(workshop, talk, form);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(Workshop workshop, String talk, Form form) {
    Phase phase = Talks.phase(workshop, talk);
    return new ModelAndView(
        "workshop/talkPrepare",
        Map.of(
            "workshop", workshop,
            "talk", phase,
            "slides", slides.of(phase),
            "votes", votes.of(phase),
            "form", form));
  }

  private static ModelAndView back(Workshop workshop, Phase talk) {
    return Redirect.to(url(workshop, talk), "workshop.slides.saved");
  }

  private static String url(Workshop workshop, Phase talk) {
    return workshop.url("/talks/" + talk.key());
  }
}
