package org.allmende.app;

import static org.allmende.app.DemoWish.Step.needed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.app.DemoWish.Group;
import org.allmende.app.DemoWish.Step;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetId;
import org.allmende.people.Addresses;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentDraft;
import org.allmende.plan.Commitments;
import org.allmende.wish.Decisions;
import org.allmende.wish.Fulfilment;
import org.allmende.wish.StatedWish;
import org.allmende.wish.SupportForm;
import org.allmende.wish.WishId;
import org.allmende.wish.Wishes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people of the demo need, and what became of it so far. */
@Component
class DemoWishes {

  /** As many people left an address; the same ones support several wishes. */
  private static final int MAILBOXES = 64;

  private static final int MAILBOXES_PER_STEP = 9;

  private final DemoPast past;
  private final DemoTowns towns;
  private final DemoFiles files;
  private final DemoWorkshop workshop;
  private final DemoPotentials potentials;
  private final DemoDatasets datasets;
  private final Wishes wishes;
  private final Decisions decisions;
  private final Commitments commitments;
  private final Fulfilment fulfilment;
  private final Addresses addresses;
  private final Map<String, WishId> known = new HashMap<>();

  DemoWishes(
      DemoPast past,
      DemoTowns towns,
      DemoFiles files,
      DemoWorkshop workshop,
      DemoPotentials potentials,
      DemoDatasets datasets,
      Wishes wishes,
      Decisions decisions,
      Commitments commitments,
      Fulfilment fulfilment,
      Addresses addresses) {
    this.past = past;
    this.towns = towns;
    this.files = files;
    this.workshop = workshop;
    this.potentials = potentials;
    this.datasets = datasets;
    this.wishes = wishes;
    this.decisions = decisions;
    this.commitments = commitments;
    this.fulfilment = fulfilment;
    this.addresses = addresses;
  }

  /** Tells each wish from its first word to today. */
  void tell() {
    for (DemoWish wish : files.list("wishes.json", DemoWish[].class)) {
      WishId id = wish.workshop() ? new WishId(workshop.harvested(wish.key()).id()) : state(wish);
      known.put(wish.key(), id);
      for (int i = 0; i < wish.steps().size(); i++) {
        Step step = wish.steps().get(i);
        // Minutes apart, because two steps may fall on one morning.
        Instant at = past.daysAgo(step.ago()).plus(Duration.ofMinutes(11L * (i + 1)));
        new Telling(wish, id, step, i, at).tell();
      }
    }
  }

  private WishId state(DemoWish wish) {
    String id =
        past.once(
            "wish:" + wish.key(),
            past.daysAgo(wish.ago()),
            () -> {
              var wisher =
                  wish.told() ? addresses.confirmed(mailbox(wish, 0), Locale.GERMAN) : null;
              return wishes
                  .state(wish.tenant(), new StatedWish(wish.toNeed(), wisher, null))
                  .value();
            });
    return new WishId(id);
  }

  /** One of the mailboxes; numbers below {@value #MAILBOXES} are different people of one wish. */
  private static String mailbox(DemoWish wish, int number) {
    int box = Math.floorMod(wish.key().hashCode() + number, MAILBOXES);
    return "postfach-%02d@leute.example".formatted(box + 1);
  }

  /** One step of one wish being told. */
  private final class Telling {

    private final DemoWish wish;
    private final WishId id;
    private final Step step;
    private final int number;
    private final Instant at;
    private final TenantId tenant;

    Telling(DemoWish wish, WishId id, Step step, int number, Instant at) {
      this.wish = wish;
      this.id = id;
      this.step = step;
      this.number = number;
      this.at = at;
      this.tenant = step.by() == null ? wish.tenant() : new TenantId(step.by());
    }

    void tell() {
      if (step.act() == DemoWish.Act.PUBLISH) {
        publish();
      } else {
        past.does(key(), at, this::act);
      }
    }

    private String key() {
      return "wish:" + wish.key() + ":" + number;
    }

    private void act() {
      switch (step.act()) {
        case LIST -> decisions.list(on());
        case ASK -> decisions.ask(on(), needed(step.text()));
        case SUPPORT -> support();
        case MERGE -> decisions.merge(on(), needed(known.get(needed(step.into()))));
        case MATCH -> match(potentials.get(needed(step.potential())).ref());
        case FIND -> match(datasets.get(needed(step.dataset())).ref());
        case COMMIT -> commit();
        case REPORT -> report();
        case RESCHEDULE -> reschedule();
        case REFUSE -> decisions.refuse(on(), needed(step.code()), needed(step.text()));
        case REOPEN -> decisions.reopen(on(), needed(step.text()));
        case FORWARD -> decisions.forward(on(), new TenantId(needed(step.to())), step.text());
        case TAKEOVER -> decisions.takeOver(on());
        case WITHDRAW -> wishes.withdraw(wish.tenant(), id);
        case PUBLISH -> throw new IllegalStateException("told in more than one transaction");
      }
    }

    private Decisions.On on() {
      return new Decisions.On(tenant, id, null, null, steward());
    }

    private Viewer steward() {
      return towns.one(tenant, Role.STEWARD);
    }

    private void support() {
      // The first mailbox is the wisher's.
      int box = 1 + number * MAILBOXES_PER_STEP;
      for (Group group : needed(step.of())) {
        for (int i = 0; i < group.count(); i++) {
          support(group, i < group.told() ? mailbox(wish, box++) : null);
        }
      }
    }

    private void support(Group group, @Nullable String mail) {
      if (mail != null) {
        var _ = addresses.confirmed(mail, Locale.GERMAN);
      }
      var form = new SupportForm(group.hat(), group.organisation(), mail, false);
      var _ = wishes.support(wish.tenant(), id, form, null, Viewer.anonymous(Locale.GERMAN));
    }

    private void match(Ref target) {
      decisions.match(
          on(),
          new Decisions.Choice(
              target, needed(step.kind()), step.gap(), null, needed(step.reasons())));
    }

    private void commit() {
      var draft =
          new CommitmentDraft(
              tenant,
              decisions.origin(tenant, id, steward()),
              towns.department(tenant, needed(step.department())),
              needed(step.owner()),
              towns.viewer(needed(step.officer())).known(),
              past.inDays(step.due()),
              step.text());
      var _ = decisions.commit(on(), draft);
    }

    private void report() {
      var _ = commitments.report(onPromise(), step.state(), step.note());
    }

    private void reschedule() {
      var _ = commitments.reschedule(onPromise(), past.inDays(step.due()), step.note());
    }

    private Commitments.On onPromise() {
      return new Commitments.On(tenant, promise().id(), null, null, steward());
    }

    private Commitment promise() {
      return commitments.about(List.of(id.ref())).getOrDefault(id.ref(), List.of()).getLast();
    }

    private void publish() {
      String commitment = promise().id();
      Viewer steward = steward();
      String draft =
          past.once(key(), at, () -> fulfilment.begin(tenant, commitment, steward).value());
      datasets.publish(needed(step.dataset()), new DatasetId(draft), commitment, at);
    }
  }
}
