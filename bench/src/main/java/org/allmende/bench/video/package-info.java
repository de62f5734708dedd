/** Sound and pictures over a media server, seen by real browsers. */
@NullMarked
package org.allmende.bench.video;

import org.jspecify.annotations.NullMarked;
