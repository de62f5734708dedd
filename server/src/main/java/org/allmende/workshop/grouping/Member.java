package org.allmende.workshop.grouping;

import java.util.Map;

/**
 * Somebody to be put into a group.
 *
 * @param traits what is known of the person; a trait somebody did not tell is missing and counts
 *     nowhere
 */
public record Member(String id, Map<String, String> traits) {}
