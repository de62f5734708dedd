package org.allmende.base.job;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tasks that the one scheduler shall know, asked for only when it starts: their handlers may need
 * beans that themselves schedule.
 */
public record DurableTasks(Supplier<List<Task<String>>> tasks) {}
