package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The talk that goes on in a room, for programs: where it is, and its votes. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}")
class TalkRoomApi {

  /**
   * The talk going on, as the caller finds it.
   *
   * @param slide the one all see, null before the first
   * @param slides those the caller may look at
   * @param vote the one shown in place of the slide, null without one
   * @param choice the caller's own answer to it, counted from 0, null without one
   */
  record TalkNow(
      String id,
      @Nullable String slide,
      List<String> slides,
      TalkApi.@Nullable VoteView vote,
      @Nullable Integer choice) {

    static TalkNow of(TalkView talk) {
      Slide current = talk.current();
      Vote vote = talk.vote();
      return new TalkNow(
          talk.phase().value(),
          current == null ? null : current.id(),
          talk.slides().stream().map(Slide::id).toList(),
          vote == null ? null : TalkApi.VoteView.of(vote),
          talk.choice());
    }
  }

  private final Workshops workshops;
  private final ReadableResults readable;
  private final Rooms rooms;
  private final Talks talks;
  private final Votes votes;

  TalkRoomApi(
      Workshops workshops, ReadableResults readable, Rooms rooms, Talks talks, Votes votes) {
    this.workshops = workshops;
    this.readable = readable;
    this.rooms = rooms;
    this.talks = talks;
    this.votes = votes;
  }

  @GetMapping("/talk")
  TalkNow now(Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    return now(workshop, rooms.caller(workshop, viewer, request));
  }

  @PostMapping("/talk/slide")
  TalkNow show(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    String slide = form.text("slide").required("workshop.slides.unknown");
    form.orThrow();
    talks.show(workshop, slide, viewer);
    return now(workshop, rooms.caller(workshop, viewer, request));
  }

  /** The results of a workshop in the order of asking. */
  @GetMapping("/votes")
  Listing<TalkApi.VoteView> results(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return Listing.of(
        votes.results(readable.workshop(tenant, id, viewer)).stream()
            .map(TalkApi.VoteView::of)
            .toList());
  }

  @PostMapping("/votes/{vote}/opening")
  TalkApi.VoteView open(
      Tenant tenant, @PathVariable String id, @PathVariable String vote, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    votes.open(workshop, vote, viewer);
    return view(workshop, vote);
  }

  @PostMapping("/votes/{vote}/closing")
  TalkApi.VoteView close(
      Tenant tenant, @PathVariable String id, @PathVariable String vote, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    votes.close(workshop, vote, viewer);
    return view(workshop, vote);
  }

  @PostMapping("/votes/{vote}/leaving")
  TalkApi.VoteView leave(
      Tenant tenant, @PathVariable String id, @PathVariable String vote, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    votes.leave(workshop, vote, viewer);
    return view(workshop, vote);
  }

  /** {@code answer} is the place of the answer, counted from 0. */
  @PutMapping("/votes/{vote}/answer")
  TalkNow answer(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String vote,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    Integer answer = form.number("answer", 0, 100);
    if (answer == null) {
      form.reject("answer", "workshop.vote.answer.unknown");
    }
    form.orThrow();
    votes.answer(workshop, vote, answer == null ? 0 : answer, by);
    return now(workshop, by);
  }

  /**
   * The talk as the caller finds it.
   *
   * @throws Problem 404 while none is going on
   */
  private TalkNow now(Workshop workshop, BoardAccess reader) {
    TalkView talk = rooms.view(workshops.get(workshop.id()), reader).talk();
    if (talk == null) {
      throw Problem.notFound("workshop.talk.none");
    }
    return TalkNow.of(talk);
  }

  private TalkApi.VoteView view(Workshop workshop, String vote) {
    return TalkApi.VoteView.of(votes.of(workshop, vote));
  }
}
