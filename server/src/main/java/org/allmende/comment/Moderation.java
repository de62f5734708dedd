package org.allmende.comment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.audit.Audit;
import org.allmende.base.event.Events;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stewards decide about reported texts, and the public log of it. */
@Component
public class Moderation {

  private static final int SHOWN = 200;
  private static final int PAGE = 50;

  private final ReportStore reports;
  private final DecisionStore decisions;
  private final HiddenStore hidden;
  private final CommentStore comments;
  private final TextSources sources;
  private final ModerationTelling telling;
  private final HiddenSentence sentences;
  private final Events events;
  private final Audit audit;
  private final Clock clock;

  Moderation(
      ReportStore reports,
      DecisionStore decisions,
      HiddenStore hidden,
      CommentStore comments,
      TextSources sources,
      ModerationTelling telling,
      HiddenSentence sentences,
      Events events,
      Audit audit,
      Clock clock) {
    this.reports = reports;
    this.decisions = decisions;
    this.hidden = hidden;
    this.comments = comments;
    this.sources = sources;
    this.telling = telling;
    this.sentences = sentences;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A text a steward looks at.
   *
   * @param reports what waits, oldest first
   * @param last what was decided last
   * @param isHidden whether its words are hidden now
   * @param words what was hidden, for the steward who decides again; not in lists
   */
  record Case(
      Ref about,
      PublicText text,
      List<Report> reports,
      @Nullable Decision last,
      boolean isHidden,
      List<String> words) {}

  /** What waits for a steward, and what is hidden; without texts that are gone meanwhile. */
  record Queue(List<Case> waiting, List<Case> hidden) {}

  /** A page of the log. */
  record Log(List<Decision> rows, int page, int last) {}

  @Transactional(readOnly = true)
  public Queue queue(TenantId tenant, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    List<Ref> reported = reports.waiting(tenant);
    List<Ref> unreadable = hidden.of(tenant);
    Map<Ref, PublicText> found =
        sources.find(
            tenant, Stream.concat(reported.stream(), unreadable.stream()).toList(), steward);
    List<Ref> waiting = first(reported, found);
    List<Ref> restorable = first(unreadable, found);
    Map<Ref, Case> cases =
        cases(
            tenant,
            Stream.concat(waiting.stream(), restorable.stream())
                .distinct()
                .map(found::get)
                .toList());
    return new Queue(
        waiting.stream().map(cases::get).toList(), restorable.stream().map(cases::get).toList());
  }

  /** Texts that are gone meanwhile take no place of one that is there. */
  private static List<Ref> first(List<Ref> all, Map<Ref, PublicText> found) {
    return all.stream().filter(found::containsKey).limit(SHOWN).toList();
  }

  private Map<Ref, Case> cases(TenantId tenant, List<PublicText> found) {
    List<Ref> all = found.stream().map(PublicText::ref).toList();
    Map<Ref, List<Report>> reported =
        reports.waiting(tenant, all).stream().collect(Collectors.groupingBy(Report::about));
    Map<Ref, Decision> last = decisions.last(all);
    Set<Ref> unreadable = hidden.among(all);
    Map<Ref, Case> cases = new HashMap<>();
    for (PublicText text : found) {
      Ref ref = text.ref();
      cases.put(
          ref,
          new Case(
              ref,
              text,
              reported.getOrDefault(ref, List.of()),
              last.get(ref),
              unreadable.contains(ref),
              List.of()));
    }
    return cases;
  }

  /**
   * One text with what was said about it.
   *
   * @throws Problem 404 if the tenant has no such text to decide about
   */
  @Transactional(readOnly = true)
  public Case one(TenantId tenant, String about, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    PublicText text = text(tenant, about, steward);
    return new Case(
        text.ref(),
        text,
        reports.waiting(tenant, List.of(text.ref())),
        decisions.last(List.of(text.ref())).get(text.ref()),
        isHidden(text.ref()),
        hidden.words(text.ref()));
  }

  private PublicText text(TenantId tenant, String about, Viewer steward) {
    return sources
        .read(tenant, about, steward)
        .filter(text -> text.tenant().equals(tenant))
        .orElseThrow(() -> Problem.notFound("comment.notFound"));
  }

  /**
   * Decides about a text, and so answers all who reported it.
   *
   * @throws Problem 409 if it is hidden or restored already
   */
  @Transactional
  public void decide(TenantId tenant, String about, DecisionForm form, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    PublicText text = text(tenant, about, steward);
    var decision =
        new Decision(
            Ids.next(),
            tenant,
            text.ref(),
            form.rule(),
            form.outcome(),
            form.reason(),
            steward.person(),
            clock.instant());
    decisions.insert(decision);
    switch (decision.outcome()) {
      case KEPT -> {
        // The text stays as it is, readable or not.
      }
      case HIDDEN -> hide(decision);
      case RESTORED -> restore(decision);
    }
    telling.decided(decision, text, reports.decide(text.ref(), decision));
    audit.record(tenant, steward, "text." + decision.outcome().key(), text.ref());
  }

  private void hide(Decision decision) {
    if (!hidden.insert(decision)) {
      throw Problem.conflict("comment.decision.hidden");
    }
    Ref about = decision.about();
    String sentence = sentences.kept(LocalDate.now(clock), decision.rule());
    hidden.keep(about, sources.of(about).hide(about.id(), sentence));
    events.publish(new TextReworded(about));
  }

  private void restore(Decision decision) {
    Ref about = decision.about();
    Map<String, String> words =
        hidden
            .take(decision.tenant(), about)
            .map(HiddenStore.Hidden::words)
            .orElseThrow(() -> Problem.conflict("comment.decision.restored"));
    sources.of(about).restore(about.id(), words);
    events.publish(new TextReworded(about));
  }

  /**
   * Another tenant decides about the text and all that is said below it from now on: what waits and
   * what is hidden is its.
   */
  @Transactional
  public void carry(Ref about, TenantId to) {
    Stream.concat(Stream.of(about), comments.carry(about, to).stream())
        .forEach(text -> {
          reports.carry(text, to);
          hidden.carry(text, to);
        });
  }

  /** Whether a steward hid the text, so that its author cannot write it anew. */
  @Transactional(readOnly = true)
  public boolean isHidden(Ref about) {
    return hidden.among(List.of(about)).contains(about);
  }

  /** What was decided, for everybody, the newest first. */
  @Transactional(readOnly = true)
  public Log log(TenantId tenant, int page) {
    int last = Math.max(1, (decisions.count(tenant) + PAGE - 1) / PAGE);
    int shown = Math.clamp(page, 1, last);
    return new Log(decisions.page(tenant, (shown - 1) * PAGE, PAGE), shown, last);
  }
}
