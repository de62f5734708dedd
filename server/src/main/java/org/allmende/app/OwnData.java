package org.allmende.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Succession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything the installation keeps about somebody, to be taken along and to be erased: of the
 * account, and of all that was said elsewhere with the same confirmed address.
 */
@Component
class OwnData {

  /** Kinds that are found by the address and not by the person. */
  private static final Set<String> BY_ADDRESS = Set.of("barrier", "invitation", "mail");

  private final ObjectProvider<PersonalData> modules;
  private final Addresses addresses;
  private final People people;
  private final Succession succession;

  OwnData(
      ObjectProvider<PersonalData> modules,
      Addresses addresses,
      People people,
      Succession succession) {
    this.modules = modules;
    this.addresses = addresses;
    this.people = people;
    this.succession = succession;
  }

  /** By kind, such as {@code wish} or {@code registration}; kinds without anything are left out. */
  @Transactional(readOnly = true)
  public Map<String, List<String>> of(PersonId person) {
    return all(addresses.same(person));
  }

  /** The same of a place in a workshop alone: whoever holds it need not own the address it has. */
  @Transactional(readOnly = true)
  public Map<String, List<String>> ofPlace(PersonId guest) {
    Map<String, List<String>> all = all(List.of(guest));
    all.keySet().removeAll(BY_ADDRESS);
    return all;
  }

  private Map<String, List<String>> all(List<PersonId> people) {
    Map<String, List<String>> all = new TreeMap<>();
    for (PersonId same : people) {
      modules.stream()
          .flatMap(module -> module.export(same).entrySet().stream())
          .filter(kept -> !kept.getValue().isEmpty())
          .forEach(kept ->
              all.computeIfAbsent(kept.getKey(), kind -> new ArrayList<>())
                  .addAll(kept.getValue()));
    }
    return all;
  }

  /**
   * What was said and done stays where others rely on it, without the person.
   *
   * @throws Problem 409 for an operator, who would leave the installation without one, and if a
   *     tenant would be left without anybody
   */
  @Transactional
  public void erase(PersonId person) {
    for (PersonId same : addresses.same(person)) {
      if (people.viewer(same).filter(Viewer::operator).isPresent()) {
        throw Problem.conflict("app.erase.operator");
      }
      succession.require(same);
      eraseAlone(same);
    }
  }

  /** Erases what was said and done from a place in a workshop, and nothing of its address else. */
  @Transactional
  public void erasePlace(PersonId guest) {
    addresses.forget(guest);
    eraseAlone(guest);
  }

  private void eraseAlone(PersonId person) {
    modules.orderedStream().forEach(module -> module.erase(person));
  }
}
