package org.allmende.base.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.springframework.stereotype.Component;

/**
 * What is queued for an address. The queue knows addresses and no people, so that whoever knows
 * both ({@link MailQueue#forget}) exports and erases it.
 */
@Component
class MailPersonalData implements PersonalData {

  /** Long enough to look for a mail that was not received; what was never sent goes as well. */
  private static final Retention KEPT =
      new Retention(
          30, Since.SENT, "coalesce(sent_at, case when next_attempt is null then queued_at end)");

  @Override
  public List<PersonalField> describe() {
    String purpose = "base.privacy.mail";
    return Stream.concat(
            Stream.of("recipient", "subject", "text")
                .map(column -> KEPT.emptied("base_mail." + column, purpose)),
            Stream.of("html", "unsubscribe_url")
                .map(column -> KEPT.nulled("base_mail." + column, purpose)))
        .toList();
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of();
  }

  @Override
  public void erase(PersonId person) {
    // By address: MailQueue.forget.
  }
}
