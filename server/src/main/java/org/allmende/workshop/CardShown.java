package org.allmende.workshop;

/** Whether those somebody meets in a pair see what the person can help with and looks for. */
enum CardShown {
  YES,
  NO
}
