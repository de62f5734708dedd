package org.allmende.notify;

/** The words that stand in every mail of a notice. */
record NoticeMailWords(
    String tagline,
    String greeting,
    String regards,
    String office,
    String why,
    String unsubscribe,
    String own) {}
