package org.allmende.catalog;

import org.allmende.base.i18n.Message;

/**
 * A topic that may fit a text, offered to a person who decides.
 *
 * @param topic the topic
 * @param reason why it is offered, true of this text
 */
public record TopicSuggestion(Topic topic, Message reason) {}
