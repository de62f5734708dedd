package org.allmende.catalog;

/**
 * A licence of the list that DCAT-AP.de allows.
 *
 * @param id its short name here, the last part of the IRI, such as {@code dl-zero-de/2.0}
 * @param title as the licence calls itself
 * @param text where its text stands
 * @param naming whether it demands that the source is named
 */
public record License(String id, String title, String text, boolean naming) {

  static final String BASE = "http://dcat-ap.de/def/licenses/";

  /** IRI in the list of DCAT-AP.de. */
  public String uri() {
    return BASE + id;
  }
}
