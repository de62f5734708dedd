package org.allmende.wish;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.comment.Moderation;
import org.allmende.notify.Following;
import org.allmende.people.Addresses;
import org.allmende.tenant.CoHosting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people need: stating, harvesting, supporting, changing and finding wishes. */
@Component
public class Wishes {

  private final WishStore wishes;
  private final WishRows rows;
  private final SupportStore supports;
  private final NoteStore notes;
  private final Course course;
  private final CoHosting coHosting;
  private final Addresses addresses;
  private final Following following;
  private final Moderation moderation;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Wishes(
      WishStore wishes,
      WishRows rows,
      SupportStore supports,
      NoteStore notes,
      Course course,
      CoHosting coHosting,
      Addresses addresses,
      Following following,
      Moderation moderation,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.wishes = wishes;
    this.rows = rows;
    this.supports = supports;
    this.notes = notes;
    this.course = course;
    this.coHosting = coHosting;
    this.addresses = addresses;
    this.following = following;
    this.moderation = moderation;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes a wish from the public form or a program; it is listed once a steward lists it. */
  @Transactional
  WishId state(TenantId tenant, WishForm form, @Nullable String submission, Viewer viewer) {
    return state(tenant, new StatedWish(form.need(), person(form.contact(), viewer), submission));
  }

  /** Who wants to be told: the address given, else the login, else nobody. */
  private @Nullable PersonId person(@Nullable String contact, Viewer viewer) {
    return contact == null ? viewer.person() : addresses.addressed(contact, viewer.locale());
  }

  /** Takes a wish; it is listed once a steward lists it. */
  @Transactional
  public WishId state(TenantId tenant, StatedWish stated) {
    String id =
        submissions.once("wish", stated.submission(), () -> stateAnew(tenant, stated).value());
    return new WishId(id);
  }

  private WishId stateAnew(TenantId tenant, StatedWish stated) {
    Wish wish =
        new Wish(
            WishId.next(),
            tenant,
            tenant,
            null,
            null,
            stated.need(),
            Visibility.PUBLIC,
            WishState.SUBMITTED,
            stated.wisher(),
            "",
            null,
            0,
            0,
            null,
            1,
            clock.instant(),
            clock.instant());
    course.begin(
        wish, Step.of(wish.id(), StepKind.STATED, clock.instant(), tenant, stated.wisher()));
    count(wish, stated.wisher(), Support.Source.WISHER, stated.need().hat());
    return wish.id();
  }

  /**
   * Makes a workshop note a wish of the tenant its author named; internal until {@link
   * #releaseFrom}. It is listed at once if that tenant gave the host harvest rights, else it waits
   * there to be accepted.
   *
   * @throws Problem 409 if the note was harvested before
   */
  @Transactional
  public WishId harvest(HarvestedNote note, Viewer facilitator) {
    Wish wish =
        new Wish(
            WishId.next(),
            note.tenant(),
            note.tenant(),
            null,
            note.host(),
            Need.of(note.text(), note.hat(), note.topic()),
            Visibility.INTERNAL,
            WishState.SUBMITTED,
            note.author(),
            note.pseudonym(),
            note.workshop(),
            0,
            0,
            null,
            1,
            clock.instant(),
            clock.instant());
    course.begin(
        wish,
        Step.of(wish.id(), StepKind.HARVESTED, clock.instant(), note.host(), facilitator.person()));
    tieNote(wish, note);
    if (coHosting.mayHarvestFor(note.host(), note.tenant())) {
      course.tie(
          wish,
          Step.of(wish.id(), StepKind.LISTED, clock.instant(), note.host(), facilitator.person()));
    }
    audit.record(note.tenant(), facilitator, "wish.harvest", wish.id().ref());
    return wish.id();
  }

  /**
   * Adds an equal note to a wish: its author needs the same and is told the same.
   *
   * @throws Problem 409 if the note was harvested before
   */
  @Transactional
  public void addNote(WishId id, HarvestedNote note, Viewer facilitator) {
    Wish wish = harvested(id);
    tieNote(wish, note);
    course.tie(
        wish,
        Step.of(id, StepKind.JOINED, clock.instant(), note.host(), facilitator.person())
            .once(note.note().toString()));
    audit.record(wish.tenant(), facilitator, "wish.addNote", id.ref());
  }

  private void tieNote(Wish wish, HarvestedNote note) {
    if (!notes.add(wish.id().ref(), note.toSlip())) {
      throw Problem.conflict("wish.note.harvested");
    }
    count(wish, note.author(), Support.Source.NOTE, note.hat());
  }

  private void count(Wish wish, @Nullable PersonId person, Support.Source source, Hat hat) {
    supports.add(
        new Support(
            wish.id(), person, source, hat, wish.need().organisation(), null, clock.instant()));
    follow(wish.id(), person);
  }

  private void follow(WishId id, @Nullable PersonId person) {
    if (person != null) {
      following.follow(person, id.ref());
    }
  }

  /**
   * Counts somebody in who needs the same; the same submission once.
   *
   * @return false if the person was counted before
   */
  @Transactional
  public boolean support(
      TenantId tenant, WishId id, SupportForm form, @Nullable String submission, Viewer viewer) {
    String counted =
        submissions.once(
            "wish.support:" + id,
            submission,
            () -> String.valueOf(supportAnew(tenant, id, form, submission, viewer)));
    return Boolean.parseBoolean(counted);
  }

  private boolean supportAnew(
      TenantId tenant, WishId id, SupportForm form, @Nullable String submission, Viewer viewer) {
    Wish wish = get(tenant, id, viewer);
    if (!wish.state().isListed() && !viewer.isStaff(tenant)) {
      throw Problem.conflict("wish.support.closed");
    }
    PersonId person = person(form.contact(), viewer);
    boolean counted =
        supports.add(
            new Support(
                id,
                person,
                Support.Source.SUPPORT,
                form.hat(),
                form.organisation(),
                submission == null ? null : Submissions.id(submission),
                clock.instant()));
    if (form.contact() != null || form.follow()) {
      follow(id, person);
    }
    return counted;
  }

  /** The wish as its wisher may see it, listed or not. */
  @Transactional(readOnly = true)
  Wish ofWisher(TenantId tenant, WishId id) {
    return wishes.find(tenant, id).orElseThrow(() -> Problem.notFound("wish.notFound"));
  }

  /**
   * The wisher changes what the wish says.
   *
   * @throws Problem 409 if it moved since the wisher saw it, or a steward hid it
   */
  @Transactional
  void change(TenantId tenant, WishId id, Need need, @Nullable Integer seen) {
    Wish wish = course.lock(tenant, id, seen);
    if (moderation.isHidden(id.ref())) {
      throw Problem.conflict("wish.private.hidden");
    }
    Need kept = need.about(wish.need().topic());
    wishes.reword(wish.with(kept));
    course.tie(wish, byWisher(wish, StepKind.CHANGED));
  }

  /**
   * The wisher answers what the steward asked; the same submission once.
   *
   * @throws Problem 409 if nothing waits for an answer, or a steward hid the wish
   */
  @Transactional
  void answer(TenantId tenant, WishId id, String answer, @Nullable String submission) {
    submissions.once(
        "wish.answer:" + id,
        submission,
        () -> {
          answerAnew(tenant, id, answer);
          return id.value();
        });
  }

  private void answerAnew(TenantId tenant, WishId id, String answer) {
    Wish wish = course.lock(tenant, id);
    if (moderation.isHidden(id.ref())) {
      throw Problem.conflict("wish.private.answer.hidden");
    }
    if (!course.isAsked(id)) {
      throw Problem.conflict("wish.private.answer.none");
    }
    course.tie(wish, byWisher(wish, StepKind.ANSWERED).saying(answer));
  }

  /** The wisher needs it no longer. */
  @Transactional
  public void withdraw(TenantId tenant, WishId id) {
    Wish wish = course.lock(tenant, id);
    course.tie(wish, byWisher(wish, StepKind.WITHDRAWN));
  }

  /** From now on the wisher is told by mail, once the address is confirmed. */
  @Transactional
  void tell(TenantId tenant, WishId id, String contact, Locale locale) {
    Wish wish = course.lock(tenant, id);
    follow(wish.id(), addresses.addressed(contact, locale));
  }

  private Step byWisher(Wish wish, StepKind kind) {
    return Step.of(wish.id(), kind, clock.instant(), wish.tenant(), wish.wisher());
  }

  /** Makes all wishes harvested from the workshop public. */
  @Transactional
  public void releaseFrom(Ref workshop, Viewer facilitator) {
    List<WishId> released = wishes.release(workshop);
    for (Wish wish : wishes.byIds(released).values()) {
      course.released(wish);
      audit.record(wish.tenant(), facilitator, "wish.release", wish.id().ref());
    }
  }

  /** The wishes harvested from a workshop, live. */
  @Transactional(readOnly = true)
  public List<WishRow> fromWorkshop(Ref workshop, Viewer viewer) {
    return rows.of(wishes.harvestedFrom(workshop), viewer.locale());
  }

  /** What harvested notes say now: the note's words, or the sentence of a hidden text. */
  @Transactional(readOnly = true)
  public Map<Ref, String> slips(Collection<Ref> notes) {
    return notes.isEmpty() ? Map.of() : this.notes.slips(notes);
  }

  /** Wishes in one line each, by id; for modules that hold references. */
  @Transactional(readOnly = true)
  public List<WishRow> rows(Collection<WishId> ids, Viewer viewer) {
    return rows.of(wishes.byIds(ids).values(), viewer.locale());
  }

  private Wish harvested(WishId id) {
    Wish wish =
        Optional.ofNullable(wishes.byIds(List.of(id)).get(id))
            .orElseThrow(() -> Problem.notFound("wish.notFound"));
    return course.lock(wish.tenant(), id);
  }

  /** The wish, if it concerns the tenant and the person may see it. */
  @Transactional(readOnly = true)
  public Wish get(TenantId tenant, WishId id, Viewer viewer) {
    return wishes
        .find(tenant, id)
        .filter(wish -> wish.isVisibleTo(viewer))
        .orElseThrow(() -> Problem.notFound("wish.notFound"));
  }
}
