package org.allmende.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says.
 *
 * @param subject one line, also the subject of the mail
 * @param lead the news in one sentence, the heading of the mail
 * @param paragraphs what else there is to say
 * @param action the words on the button that leads to the thing
 * @param thread the way so far, oldest first
 * @param links where else one can go from here
 */
public record NoticeText(
    String subject,
    String lead,
    List<String> paragraphs,
    String action,
    List<MailKnot> thread,
    @Nullable List<MailLink> links) {

  /** Notices written before there were links have none. */
  public NoticeText {
    links = links == null ? List.of() : links;
  }

  public NoticeText(
      String subject, String lead, List<String> paragraphs, String action, List<MailKnot> thread) {
    this(subject, lead, paragraphs, action, thread, List.of());
  }

  @Override
  public List<MailLink> links() {
    return links == null ? List.of() : links;
  }
}
