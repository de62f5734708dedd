package org.allmende.workshop;

import java.util.List;

/**
 * The group a participant sits in.
 *
 * @param round counted from 1
 * @param number of the group, counted from 1
 * @param others the names of those who are with the participant
 */
record OwnGroup(int round, int number, List<String> others) {}
