/** What has happened travels upwards: durable, at least once, written with the fact itself. */
@NullMarked
package org.allmende.base.event;

import org.jspecify.annotations.NullMarked;
