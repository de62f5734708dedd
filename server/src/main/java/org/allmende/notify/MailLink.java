package org.allmende.notify;

/**
 * A further link in a notice, besides the one on its button.
 *
 * @param path beginning with a slash
 */
public record MailLink(String label, String path) {}
