package org.allmende.base.job;

import java.util.List;

/** Does in a test what a recurring job does at its time. */
public final class RecurringJobs {

  private RecurringJobs() {}

  public static void run(List<RecurringJob> jobs, String name) {
    RecurringJob job =
        jobs.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    try {
      job.body().run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
