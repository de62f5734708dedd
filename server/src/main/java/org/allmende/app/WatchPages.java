package org.allmende.app;

import java.util.Map;
import org.allmende.base.audit.Audit;
import org.allmende.base.event.GivenUpEvents;
import org.allmende.base.id.Ref;
import org.allmende.base.job.FailingTasks;
import org.allmende.base.mail.RefusedMails;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the operator sees what the installation could not do, and has it tried once more. */
@Controller
class WatchPages {

  private static final String PATH = "/operator/watch";
  private static final int SHOWN = 100;

  private final GivenUpEvents events;
  private final FailingTasks tasks;
  private final RefusedMails mails;
  private final Audit audit;

  WatchPages(GivenUpEvents events, FailingTasks tasks, RefusedMails mails, Audit audit) {
    this.events = events;
    this.tasks = tasks;
    this.mails = mails;
    this.audit = audit;
  }

  @GetMapping(PATH)
  ModelAndView show(Viewer viewer) {
    viewer.requireOperator();
    return new ModelAndView(
        "app/watch",
        Map.of(
            "events", events.latest(SHOWN),
            "tasks", tasks.latest(SHOWN),
            "mails", mails.latest(SHOWN),
            "waiting", mails.waiting()));
  }

  /** An event of its own for each handler, named {@code handler:event}. */
  @PostMapping(PATH + "/events/{event}/retries")
  @Transactional
  public ModelAndView retryEvent(@PathVariable String event, Viewer viewer) {
    viewer.requireOperator();
    boolean found =
        Ref.read(event).filter(given -> events.tryAgain(given.kind(), given.id())).isPresent();
    return retried(found, new Ref("event", event), viewer);
  }

  /** A task by what it does and its instance, {@code task:instance}. */
  @PostMapping(PATH + "/tasks/{task}/retries")
  @Transactional
  public ModelAndView retryTask(@PathVariable String task, Viewer viewer) {
    viewer.requireOperator();
    boolean found =
        Ref.read(task).filter(given -> tasks.tryAgain(given.kind(), given.id())).isPresent();
    return retried(found, new Ref("task", task), viewer);
  }

  @PostMapping(PATH + "/mails/{mail}/retries")
  @Transactional
  public ModelAndView retryMail(@PathVariable String mail, Viewer viewer) {
    viewer.requireOperator();
    return retried(mails.tryAgain(mail), new Ref("mail", mail), viewer);
  }

  /** Who pressed later than somebody else, or later than the next turn, has nothing to repair. */
  private ModelAndView retried(boolean found, Ref what, Viewer viewer) {
    if (!found) {
      return Redirect.to(PATH, "app.watch.saying.gone");
    }
    audit.record(null, viewer, "watch.retry", what);
    return Redirect.to(PATH, "app.watch.saying.retried");
  }
}
