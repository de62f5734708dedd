package org.allmende.base.web;

/**
 * Whose page it is: a tenant, or the installation itself.
 *
 * @param home address of its start page
 * @param initial the letter on its seal
 * @param stylesheet hashed address of its colours, empty for the default ones
 */
public record Brand(String name, String tagline, String home, String initial, String stylesheet) {}
