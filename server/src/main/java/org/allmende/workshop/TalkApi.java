package org.allmende.workshop;

import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
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

/** A talk for programs while it is being prepared: its slides and its votes. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/talks/{talk}")
class TalkApi {

  /** The whole talk in its order. */
  record PreparedView(
      String id, String url, String title, List<SlideView> slides, List<VoteView> votes) {}

  /** A slide; {@code picture} is for those in the room. */
  record SlideView(String id, String depth, String words, String picture) {}

  /**
   * A vote.
   *
   * @param given how many have answered; 0 for participants while it is open
   * @param counts how many chose each answer; empty until it is closed
   */
  record VoteView(
      String id,
      String question,
      List<String> answers,
      String state,
      int given,
      List<Integer> counts) {

    static VoteView of(Vote vote) {
      return new VoteView(
          vote.id(),
          vote.question(),
          vote.answers(),
          vote.state().key(),
          vote.given(),
          vote.counts());
    }
  }

  record NewVoteView(String id, String url) {}

  private final Workshops workshops;
  private final Slides slides;
  private final SlideFiles files;
  private final Votes votes;
  private final PublicAddress address;

  TalkApi(
      Workshops workshops, Slides slides, SlideFiles files, Votes votes, PublicAddress address) {
    this.workshops = workshops;
    this.slides = slides;
    this.files = files;
    this.votes = votes;
    this.address = address;
  }

  @GetMapping
  PreparedView show(
      Tenant tenant, @PathVariable String id, @PathVariable String talk, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return view(workshop, Talks.phase(workshop, talk));
  }

  /** Multipart {@code file}, several if wanted; {@link WorkshopUploads} has let them in. */
  @PostMapping("/slides")
  ResponseEntity<PreparedView> upload(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    slides.add(workshop, phase, files.take(sent), viewer);
    return Created.at(url(workshop, phase), view(workshop, phase));
  }

  /** What is not given stays. */
  @PatchMapping("/slides/{slide}")
  PreparedView change(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String slide,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    Slide found = slides.of(phase, slide);
    SlideDepth depth = form.choice("depth", SlideDepth.class);
    String words =
        form.has("words") ? form.text("words").max(Slides.MOST_WORDS).or("") : found.words();
    form.orThrow();
    slides.change(workshop, phase, slide, depth == null ? found.depth() : depth, words, viewer);
    return view(workshop, phase);
  }

  @PostMapping("/slides/{slide}/moves")
  PreparedView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String slide,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    slides.moveUp(workshop, phase, slide, viewer);
    return view(workshop, phase);
  }

  @PostMapping("/slides/{slide}/removal")
  PreparedView remove(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String slide,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    slides.remove(workshop, phase, slide, viewer);
    return view(workshop, phase);
  }

  @PostMapping("/votes")
  ResponseEntity<NewVoteView> prepare(
      Tenant tenant, @PathVariable String id, @PathVariable String talk, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    NewVote vote = NewVote.of(form);
    form.orThrow();
    String prepared = votes.prepare(workshop, phase, vote, form.submission(), viewer);
    String url = url(workshop, phase);
    return Created.at(url, new NewVoteView(prepared, url));
  }

  /**
   * Takes a vote off the talk.
   *
   * @throws Problem 409 once it was asked
   */
  @PostMapping("/votes/{vote}/removal")
  PreparedView removeVote(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String talk,
      @PathVariable String vote,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase phase = Talks.phase(workshop, talk);
    votes.remove(workshop, vote, viewer);
    return view(workshop, phase);
  }

  private PreparedView view(Workshop workshop, Phase talk) {
    return new PreparedView(
        talk.key(),
        url(workshop, talk),
        talk.title(),
        slides.of(talk).stream().map(slide -> view(workshop, slide)).toList(),
        votes.of(talk).stream().map(VoteView::of).toList());
  }

  private SlideView view(Workshop workshop, Slide slide) {
    return new SlideView(
        slide.id(),
        slide.depth().key(),
        slide.words(),
        address.of(workshop.url("/room/slides/" + slide.id())));
  }

  private String url(Workshop workshop, Phase talk) {
    return address.of(workshop.url("/talks/" + talk.key()));
  }
}
