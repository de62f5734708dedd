package org.allmende.workshop;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.allmende.base.id.PersonId;

/**
 * The questions of a workshop as one reader finds them.
 *
 * @param open what is being answered first, then what most want to know
 * @param answered in the order of asking
 * @param removed those taken off the list, for whoever asked them and for those who lead
 */
record QuestionList(List<Entry> open, List<Entry> answered, List<Entry> removed) {

  private static final Comparator<Question> URGENT =
      Comparator.comparing((Question question) -> question.state() != QuestionState.CALLED)
          .thenComparing(Comparator.comparingInt(Question::supports).reversed());

  /**
   * A question.
   *
   * @param mine whether the reader asked it
   * @param supported whether the reader wants to know it too
   */
  record Entry(Question question, boolean mine, boolean supported) {}

  /** As everybody may read them once the results are public. */
  static QuestionList published(List<Question> questions) {
    List<Entry> entries =
        questions.stream().map(question -> new Entry(question, false, false)).toList();
    return of(entries, List.of());
  }

  static QuestionList forParticipant(
      List<Question> questions, Set<QuestionId> supported, PersonId reader) {
    List<Entry> entries = entries(questions, supported, reader);
    return of(entries, removed(entries).stream().filter(Entry::mine).toList());
  }

  static QuestionList forLead(
      List<Question> questions, Set<QuestionId> supported, PersonId reader) {
    List<Entry> entries = entries(questions, supported, reader);
    return of(entries, removed(entries));
  }

  private static List<Entry> entries(
      List<Question> questions, Set<QuestionId> supported, PersonId reader) {
    return questions.stream()
        .map(question ->
            new Entry(question, question.isBy(reader), supported.contains(question.id())))
        .toList();
  }

  private static List<Entry> removed(List<Entry> entries) {
    return in(entries, QuestionState.REMOVED);
  }

  private static QuestionList of(List<Entry> entries, List<Entry> removed) {
    return new QuestionList(
        in(entries, QuestionState.OPEN, QuestionState.CALLED).stream()
            .sorted(Comparator.comparing(Entry::question, URGENT))
            .toList(),
        in(entries, QuestionState.ANSWERED),
        removed);
  }

  private static List<Entry> in(List<Entry> entries, QuestionState... states) {
    return entries.stream()
        .filter(entry -> List.of(states).contains(entry.question().state()))
        .toList();
  }

  /** Those on the list, the answered first. */
  List<Entry> settledFirst() {
    return Stream.concat(answered.stream(), open.stream()).toList();
  }

  /** All the reader may see. */
  List<Entry> all() {
    return Stream.of(open, answered, removed).flatMap(List::stream).toList();
  }

  /** How many were asked and are on the list. */
  int asked() {
    return open.size() + answered.size();
  }
}
