package org.allmende.workshop;

import java.util.List;
import java.util.Locale;
import org.allmende.registration.AskedQuestion;
import org.allmende.workshop.grouping.Blend;
import org.allmende.workshop.grouping.Criterion;

/** What people differ in, as far as groups are formed by it. */
public enum Trait {
  /** As written when joining. */
  DEPARTMENT(2, List.of()),
  MUNICIPALITY(1, List.of()),
  /** Asked, from those who lead nobody to those who lead an office. */
  RANK(1, List.of("staff", "team", "office")),
  /** Asked, what somebody knows of open data. */
  KNOWLEDGE(1, List.of("none", "little", "some", "much")),
  /** Asked, how used somebody is to working together on a screen. */
  PRACTICE(1, List.of("none", "some", "much"));

  private final int weight;
  private final List<String> scale;

  Trait(int weight, List<String> scale) {
    this.weight = weight;
    this.scale = scale;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The answers to choose from, from little to much; none for what is not asked. */
  List<String> scale() {
    return scale;
  }

  boolean isAsked() {
    return !scale.isEmpty();
  }

  AskedQuestion question() {
    return new AskedQuestion(key(), "workshop.answers." + key(), scale, AskedQuestion.Choice.ONE);
  }

  Criterion criterion(Blend blend) {
    return new Criterion(key(), blend, weight, scale);
  }
}
