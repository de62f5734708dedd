package org.allmende.catalog;

import java.util.Locale;
import java.util.Optional;
import org.allmende.notify.SubjectTitles;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Lets people subscribe to a topic of the Musterdatenkatalog. */
@Component
class TopicTitles implements SubjectTitles {

  private final Topics topics;

  TopicTitles(Topics topics) {
    this.topics = topics;
  }

  @Override
  public String kind() {
    return "topic";
  }

  @Override
  public Optional<String> title(Tenant tenant, String id, Locale locale) {
    return topics.find(new TopicId(id)).map(topic -> topic.label(locale));
  }
}
