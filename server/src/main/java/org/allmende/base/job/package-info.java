/** The one durable queue: recurring jobs and the tasks behind events. */
@NullMarked
package org.allmende.base.job;

import org.jspecify.annotations.NullMarked;
