package org.allmende.base.web;

/**
 * The canonical public address of the installation, used in mails, feeds and DCAT.
 *
 * @param url without a slash at its end, such as {@code https://daten.example}
 */
public record PublicAddress(String url) {

  /** The whole address of a path that begins with a slash. */
  public String of(String path) {
    return url + path;
  }

  /** The whole address of a path; one that is whole already stays, and so does one of nothing. */
  public String whole(String address) {
    return address.startsWith("/") ? of(address) : address;
  }
}
