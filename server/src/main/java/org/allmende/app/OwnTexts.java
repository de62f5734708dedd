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
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What tenants and the installation say in their own words; until they do, a text that comes with
 * the program.
 */
@Component
class OwnTexts {

  private static final String INSTALLATION = "/text/installation/";

  private final OwnTextStore store;
  private final Audit audit;
  private final Clock clock;

  OwnTexts(OwnTextStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The text that readers see. */
  String of(TextOwner owner, TextTopic topic, Locale language) {
    return store
        .newest(owner, topic, language)
        .filter(OwnText::isOwn)
        .map(OwnText::body)
        .orElseGet(() -> ours(owner, topic, language));
  }

  /** The text that comes with the program; for some pages the installation has another one. */
  static String ours(TextOwner owner, TextTopic topic, Locale language) {
    String file = topic.key() + "_" + language.getLanguage() + ".md";
    if (owner.tenant() == null && OwnTexts.class.getResource(INSTALLATION + file) != null) {
      return read(INSTALLATION + file);
    }
    return read("/text/" + file).replace("{town}", owner.name());
  }

  private static String read(String file) {
    try (InputStream text =
        Objects.requireNonNull(OwnTexts.class.getResourceAsStream(file), file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version, or version 0 with our text if there is none. */
  OwnText newest(TextOwner owner, TextTopic topic, Locale language) {
    return store
        .newest(owner, topic, language)
        .orElseGet(
            () -> new OwnText(topic, language, 0, ours(owner, topic, language), Instant.EPOCH));
  }

  /** The newest versions of all that was ever written. */
  List<OwnText> written(TextOwner owner) {
    return store.newest(owner);
  }

  /**
   * Writes the next version; an empty body brings back our text.
   *
   * @param seen the version the writer saw
   * @throws Problem 409 if somebody wrote meanwhile
   */
  @Transactional
  public void write(
      TextOwner owner, TextTopic topic, Locale language, int seen, String body, Viewer writer) {
    owner.require(writer);
    OwnText before = newest(owner, topic, language);
    var next = new OwnText(topic, language, seen + 1, body, clock.instant());
    if (before.version() != seen || !store.insert(owner, next, writer.person())) {
      throw Problem.conflict("app.texts.changed");
    }
    audit.record(owner.tenant(), writer, "text.write", new Ref("text", topic.key()));
  }
}
