package org.allmende.workshop;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells the people it is exchanged with.
 *
 * @param reach by which address or number
 * @param helps what the person can help with
 * @param seeks what the person looks for
 */
record ContactCard(
    String name,
    @Nullable String department,
    String reach,
    @Nullable String helps,
    @Nullable String seeks) {

  /** All of it in one line. */
  String told() {
    return Stream.of(name, department, reach, helps, seeks)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /** Reads it; what is wrong is noted in the form. */
  static ContactCard of(Form form) {
    return new ContactCard(
        form.text("name").max(80).required("workshop.contact.name.missing"),
        form.text("department").max(120).optional(),
        form.text("reach").max(200).required("workshop.contact.reach.missing"),
        form.text("helps").max(200).optional(),
        form.text("seeks").max(200).optional());
  }

  /**
   * With whom it is to be exchanged.
   *
   * @throws org.allmende.base.web.Problem 422 if the form names nobody
   */
  static ParticipantId other(Form form) {
    String to = form.text("to").required("workshop.contact.nobody");
    form.orThrow();
    return new ParticipantId(to);
  }
}
