package org.allmende.video;

/** What somebody's devices give at the moment. */
record Showing(boolean microphone, boolean camera, boolean screen) {

  static final Showing NOTHING = new Showing(false, false, false);

  static Showing of(MediaRequest request) {
    return new Showing(request.is("microphone"), request.is("camera"), request.is("screen"));
  }

  /** A screen takes the place of the camera's picture. */
  boolean hasPicture() {
    return camera || screen;
  }

  Showing muted() {
    return new Showing(false, camera, screen);
  }
}
