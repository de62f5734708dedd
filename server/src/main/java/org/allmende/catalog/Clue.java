package org.allmende.catalog;

import org.allmende.base.i18n.Message;

/**
 * One thing that speaks for a topic.
 *
 * @param weight how much, comparable among the clues of one text
 * @param reason the clue in words
 */
record Clue(double weight, Message reason) {}
