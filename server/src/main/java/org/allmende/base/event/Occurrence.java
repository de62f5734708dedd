package org.allmende.base.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it is stored for one handler.
 *
 * @param at the instant its publisher's clock was shifted to, if it was
 */
record Occurrence(String type, JsonNode event, @Nullable Instant at) {
  // Its own mapper, so that no setting of the web changes what is stored.
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Occurrence of(Event event, @Nullable Instant at) {
    return new Occurrence(event.getClass().getSimpleName(), JSON.valueToTree(event), at);
  }

  static Occurrence read(String text) {
    return JSON.readValue(text, Occurrence.class);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  <E extends Event> E as(Class<E> eventType) {
    return JSON.treeToValue(event, eventType);
  }
}
