package org.allmende.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What tenants say in their own words; until they do, a text that comes with the program. */
@Component
class OwnTexts {

  private final OwnTextStore store;
  private final Audit audit;
  private final Clock clock;

  OwnTexts(OwnTextStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The text that readers see. */
  String of(Tenant tenant, TextTopic topic, Locale language) {
    return store
        .newest(tenant.id(), topic, language)
        .filter(OwnText::isOwn)
        .map(OwnText::body)
        .orElseGet(() -> ours(topic, language, tenant.name()));
  }

  /** The text that comes with the program. */
  static String ours(TextTopic topic, Locale language, String name) {
    String file = "/text/" + topic.key() + "_" + language.getLanguage() + ".md";
    try (InputStream text =
        Objects.requireNonNull(OwnTexts.class.getResourceAsStream(file), file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("{town}", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version, or version 0 with our text if there is none. */
  OwnText newest(Tenant tenant, TextTopic topic, Locale language) {
    return store
        .newest(tenant.id(), topic, language)
        .orElseGet(() ->
            new OwnText(topic, language, 0, ours(topic, language, tenant.name()), Instant.EPOCH));
  }

  /** The newest versions of all that was ever written. */
  List<OwnText> written(TenantId tenant) {
    return store.newest(tenant);
  }

  /**
   * Writes the next version; an empty body brings back our text.
   *
   * @param seen the version the writer saw
   * @throws Problem 409 if somebody wrote meanwhile
   */
  @Transactional
  public void write(
      Tenant tenant, TextTopic topic, Locale language, int seen, String body, Viewer admin) {
    admin.require(tenant.id(), Role.ADMIN);
    OwnText before = newest(tenant, topic, language);
    var next = new OwnText(topic, language, seen + 1, body, clock.instant());
    if (before.version() != seen || !store.insert(tenant.id(), next, admin.person())) {
      throw Problem.conflict("app.texts.changed");
    }
    audit.record(tenant.id(), admin, "text.write", new Ref("text", topic.key()));
  }
}
