package org.allmende.search;

import java.util.List;
import org.allmende.base.i18n.Message;

/**
 * How far a document meets what is wanted.
 *
 * @param ofText the share of the wanted words that are met, rare ones counting more
 * @param explained the share of the wanted words that are met, or speak of the topic both share
 * @param ofTitle the share of the document's title that is wanted
 * @param reasons what was met
 */
record Meeting(double ofText, double explained, double ofTitle, List<Message> reasons) {}
