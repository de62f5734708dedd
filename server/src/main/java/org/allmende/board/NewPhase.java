package org.allmende.board;

import java.util.List;

/**
 * A step of the work on a board, to be made or changed. Begin with {@link #collecting} or {@link
 * #showing} and refine.
 *
 * @param key names it within the board
 * @param task what people are asked to do, one or two sentences
 * @param hat the hat of new notes
 * @param zones the headings of its own zones
 * @param shows keys of phases whose zones are shown as well
 * @param writing whether notes are taken
 * @param writers who writes them
 * @param movers who orders notes
 * @param covered whether others' notes stay covered until revealed
 * @param dots how many dots each person has in it; 0 when none are given
 * @param totals whether others' dots are shown as totals
 * @param groups how the groups work when it opens
 * @param marking whether participants mark effort and risk too
 */
public record NewPhase(
    String key,
    String title,
    String task,
    Hat hat,
    List<String> zones,
    List<String> shows,
    boolean writing,
    Hands writers,
    Hands movers,
    boolean covered,
    int dots,
    boolean totals,
    GroupWork groups,
    boolean marking) {

  /** Everybody writes notes into these zones. */
  public static NewPhase collecting(
      String key, String title, String task, Hat hat, List<String> zones) {
    return new NewPhase(
        key,
        title,
        task,
        hat,
        zones,
        List.of(),
        true,
        Hands.ALL,
        Hands.ALL,
        false,
        0,
        true,
        GroupWork.TOGETHER,
        false);
  }

  /** What earlier phases collected is shown; nobody writes. */
  public static NewPhase showing(
      String key, String title, String task, Hat hat, List<String> phases) {
    return new NewPhase(
        key,
        title,
        task,
        hat,
        List.of(),
        phases,
        false,
        Hands.ALL,
        Hands.LEAD,
        false,
        0,
        true,
        GroupWork.TOGETHER,
        false);
  }

  /** The same with notes of these people. */
  public NewPhase withNotesBy(Hands other) {
    return new NewPhase(
        key, title, task, hat, zones, shows, true, other, movers, covered, dots, totals, groups,
        marking);
  }

  /** The same with nobody writing. */
  public NewPhase withoutNotes() {
    return new NewPhase(
        key, title, task, hat, zones, shows, false, writers, movers, covered, dots, totals, groups,
        marking);
  }

  /** The same with notes ordered by these people. */
  public NewPhase withOrderBy(Hands other) {
    return new NewPhase(
        key, title, task, hat, zones, shows, writing, writers, other, covered, dots, totals, groups,
        marking);
  }

  /** The same with others' notes covered until they are revealed. */
  public NewPhase withNotesCovered() {
    return new NewPhase(
        key, title, task, hat, zones, shows, writing, writers, movers, true, dots, totals, groups,
        marking);
  }

  /** The same with dots for each person. */
  public NewPhase withDots(int each) {
    return new NewPhase(
        key, title, task, hat, zones, shows, writing, writers, movers, covered, each, totals,
        groups, marking);
  }

  /** The same with others' dots kept secret. */
  public NewPhase withSecretTotals() {
    return new NewPhase(
        key, title, task, hat, zones, shows, writing, writers, movers, covered, dots, false, groups,
        marking);
  }

  /** The same as a gallery walk: all read what the groups wrote, and comment. */
  public NewPhase asGalleryWalk() {
    return new NewPhase(
        key,
        title,
        task,
        hat,
        zones,
        shows,
        writing,
        writers,
        movers,
        covered,
        dots,
        totals,
        GroupWork.WALK,
        marking);
  }

  /** The same in which participants mark effort and risk too. */
  public NewPhase withMarksByAll() {
    return new NewPhase(
        key, title, task, hat, zones, shows, writing, writers, movers, covered, dots, totals,
        groups, true);
  }
}
