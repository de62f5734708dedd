package org.allmende.workshop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.board.NoteId;
import org.allmende.catalog.Topic;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;

/** Reads a facilitator's verdict from the desk or from a program. */
final class HarvestForm {

  private static final int LONGEST = 2000;

  private HarvestForm() {}

  /** The verdict; wrong fields are noted in the form. */
  static Verdict of(Form form, Topics topics, Tenants tenants) {
    HarvestKind kind = form.choice("as", HarvestKind.class);
    if (kind == null) {
      form.reject("as", "workshop.harvest.as.missing");
    }
    List<NoteId> same = form.list("same").stream().map(NoteId::new).toList();
    return new Verdict(
        kind == null ? HarvestKind.QUESTION : kind,
        form.text("text").max(LONGEST).optional(),
        topic(form, topics),
        tenant(form, tenants),
        same);
  }

  /** The other topic looked for, else the suggestion picked. */
  private static @Nullable TopicId topic(Form form, Topics topics) {
    String given = form.text("topicOther").or(form.text("topic").or(""));
    if (given.isEmpty()) {
      return null;
    }
    Optional<TopicId> known =
        topics
            .find(new TopicId(given))
            .or(() -> topics.findByUri(given))
            .or(() -> labelled(given, topics))
            .map(Topic::id);
    if (known.isEmpty()) {
      form.reject("topic", "workshop.harvest.topic.unknown");
    }
    return known.orElse(null);
  }

  private static Optional<Topic> labelled(String label, Topics topics) {
    return topics.all().stream()
        .filter(topic ->
            topic.german().equalsIgnoreCase(label)
                || topic.label(Locale.GERMAN).equalsIgnoreCase(label))
        .findFirst();
  }

  private static @Nullable TenantId tenant(Form form, Tenants tenants) {
    String given = form.text("tenant").or("");
    if (given.isEmpty()) {
      return null;
    }
    if (TenantId.isSlug(given) && tenants.isActive(new TenantId(given))) {
      return new TenantId(given);
    }
    form.reject("tenant", "workshop.join.tenant.unknown");
    return null;
  }
}
