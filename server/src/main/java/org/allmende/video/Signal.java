package org.allmende.video;

import org.jspecify.annotations.Nullable;

/** What one end of a connection tells the other to find a way: one of the two. */
record Signal(@Nullable Description description, @Nullable Candidate candidate) {

  /**
   * What an end sends and takes.
   *
   * @param type {@code offer} or {@code answer}
   * @param sdp as in RFC 8866
   */
  record Description(String type, String sdp) {}

  /** An address an end might be reached at. */
  record Candidate(String candidate, @Nullable String sdpMid, @Nullable Integer sdpMLineIndex) {}
}
