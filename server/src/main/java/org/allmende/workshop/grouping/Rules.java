package org.allmende.workshop.grouping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to hold whatever the balance says.
 *
 * @param together people who stay in one group
 * @param apart people of whom no two share a group
 * @param leaders those who lead a group; every group gets one before any gets two
 * @param places the groups somebody can take part in, counted from 0; whoever is not named can in
 *     any
 */
public record Rules(
    List<Set<String>> together,
    List<Set<String>> apart,
    Set<String> leaders,
    Map<String, Set<Integer>> places) {

  public static final Rules NONE = new Rules(List.of(), List.of(), Set.of(), Map.of());
}
