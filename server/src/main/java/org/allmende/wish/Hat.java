package org.allmende.wish;

import java.util.Locale;

/** In which role somebody speaks; people know more than their office does. */
public enum Hat {
  JOB(Circle.ADMINISTRATION),
  VOLUNTEER(Circle.ASSOCIATIONS),
  HOBBY(Circle.CITIZENS),
  PRIVATE(Circle.CITIZENS),
  BUSINESS(Circle.BUSINESSES),
  PRESS(Circle.PRESS),
  SCIENCE(Circle.EDUCATION),
  PUPIL(Circle.EDUCATION);

  private final Circle circle;

  Hat(Circle circle) {
    this.circle = circle;
  }

  /** The kind of stakeholder that speaks. */
  public Circle circle() {
    return circle;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Hat of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
