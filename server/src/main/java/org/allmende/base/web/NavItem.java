package org.allmende.base.web;

/**
 * One entry of a navigation bar.
 *
 * @param section the word by which a page says that it is the current one
 * @param count how many things wait there; 0 shows nothing
 */
public record NavItem(String section, String label, String url, int count) {

  public NavItem(String section, String label, String url) {
    this(section, label, url, 0);
  }
}
