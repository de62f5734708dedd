package org.allmende.notify;

/**
 * What the mail of a notice shows.
 *
 * @param url where the thing can be seen
 * @param unsubscribe where one click ends these mails
 * @param own where the person finds and deletes what is kept about her or him
 */
record NoticeMailView(
    String language,
    String sender,
    NoticeText text,
    String url,
    String unsubscribe,
    String own,
    NoticeMailWords words) {}
