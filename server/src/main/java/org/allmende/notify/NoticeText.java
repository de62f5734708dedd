package org.allmende.notify;

import java.util.List;

/**
 * What a notice says.
 *
 * @param subject one line, also the subject of the mail
 * @param lead the news in one sentence, the heading of the mail
 * @param paragraphs what else there is to say
 * @param action the words on the button that leads to the thing
 * @param thread the way so far, oldest first
 */
public record NoticeText(
    String subject, String lead, List<String> paragraphs, String action, List<MailKnot> thread) {}
