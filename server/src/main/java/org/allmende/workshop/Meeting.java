package org.allmende.workshop;

import org.jspecify.annotations.Nullable;

/**
 * A place outside this page where people of a room talk.
 *
 * @param number of the group, 0 for the plenary
 * @param url takes the place of the video on the page; null when there is only a telephone
 * @param phone beside the one or the other
 */
record Meeting(int number, @Nullable String url, @Nullable String phone) {

  boolean isEmpty() {
    return url == null && phone == null;
  }
}
