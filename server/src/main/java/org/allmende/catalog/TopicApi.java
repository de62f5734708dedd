package org.allmende.catalog;

import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The topics, and which of them may fit a text, for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/topics")
class TopicApi {

  private static final int MOST = 20;

  private final Topics topics;
  private final Texts texts;

  TopicApi(Topics topics, Texts texts) {
    this.topics = topics;
    this.texts = texts;
  }

  /** A topic in the reader's language. */
  record TopicBody(String id, String uri, String label, String theme) {

    static TopicBody of(Topic topic, Locale locale) {
      return new TopicBody(
          topic.id().slug(), topic.uri(), topic.label(locale), topic.theme().label(locale));
    }
  }

  /** A topic that may fit, and why. */
  record SuggestedBody(String id, String uri, String label, String theme, String reason) {}

  @GetMapping
  Listing<TopicBody> list(Viewer viewer) {
    return Listing.of(
        topics.all().stream().map(topic -> TopicBody.of(topic, viewer.locale())).toList());
  }

  /** {@code ?text=&limit=5}: the best first; nothing is assigned. */
  @GetMapping("/suggestions")
  Listing<SuggestedBody> suggest(
      Tenant tenant, Form form, @RequestParam(defaultValue = "5") int limit, Viewer viewer) {
    String text = form.text("text").max(5_000).required("catalog.topic.text.missing");
    form.orThrow();
    List<TopicSuggestion> suggested = topics.suggest(tenant.id(), text, Math.clamp(limit, 1, MOST));
    return Listing.of(suggested.stream().map(s -> body(s, viewer.locale())).toList());
  }

  private SuggestedBody body(TopicSuggestion suggestion, Locale locale) {
    TopicBody topic = TopicBody.of(suggestion.topic(), locale);
    return new SuggestedBody(
        topic.id(),
        topic.uri(),
        topic.label(),
        topic.theme(),
        texts.of(locale, suggestion.reason()));
  }
}
