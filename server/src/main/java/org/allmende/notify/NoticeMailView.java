package org.allmende.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mail of a notice shows.
 *
 * @param url where the thing can be seen
 * @param unsubscribe where one click ends these mails, null for what nobody subscribed to
 * @param links where else one can go, as whole addresses
 * @param own where the person finds and deletes what is kept about her or him
 */
record NoticeMailView(
    String language,
    String sender,
    NoticeText text,
    String url,
    @Nullable String unsubscribe,
    String own,
    List<MailLink> links,
    NoticeMailWords words) {}
