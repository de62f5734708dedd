package org.allmende.workshop;

/**
 * One picture of a talk.
 *
 * @param position its place in the talk, counted from 0
 * @param words what stands on it, for those who do not see it
 * @param type the media type of the picture
 * @param sha256 the name of the stored picture
 */
record Slide(
    String id,
    PhaseId phase,
    int position,
    SlideDepth depth,
    String words,
    String type,
    String sha256) {

  boolean isBasic() {
    return depth == SlideDepth.BASICS;
  }
}
