package org.allmende.video;

import java.util.List;

/** The words the pane needs once it is live; they are written into the page for it. */
public final class MediaWords {

  /** Keys below {@code video.live.}. */
  public static final List<String> ALL =
      List.of(
          "connecting",
          "in",
          "plenary",
          "group",
          "pair",
          "alone",
          "nowhere",
          "full",
          "lost",
          "down",
          "again",
          "denied",
          "noDevice",
          "muted",
          "silent",
          "noScreen",
          "shared",
          "screenOf",
          "whole",
          "speaking",
          "speaks",
          "toAll",
          "you",
          "rest",
          "hasMicrophone",
          "hasNoMicrophone");

  private MediaWords() {}
}
