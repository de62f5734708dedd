package org.allmende.workshop;

/**
 * A picture that is to become a slide.
 *
 * @param words what stands on it, as far as it is known
 */
record NewSlide(String type, String sha256, String words) {}
