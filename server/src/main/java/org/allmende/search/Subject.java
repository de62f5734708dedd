package org.allmende.search;

import java.util.Map;

/**
 * Something a text may be about.
 *
 * @param topic id of the topic
 * @param german the topic's German label
 * @param english its English label
 * @param strength how clearly the text speaks of it, from 0 to 1
 * @param said the stems of the words that speak of it, and how clearly each does
 */
public record Subject(
    String topic, String german, String english, double strength, Map<String, Double> said) {}
