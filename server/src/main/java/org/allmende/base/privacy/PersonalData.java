package org.allmende.base.privacy;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;

/** A module's answer for the personal data it keeps; every module with personal columns has one. */
public interface PersonalData {

  /** Every field that says something about a person, with the one place where its end is said. */
  List<PersonalField> describe();

  /** Everything kept about the person, by a heading a person can read. */
  Map<String, List<String>> export(PersonId person);

  /** Blanks what is kept about the person; threads stay whole and nameless. */
  void erase(PersonId person);
}
