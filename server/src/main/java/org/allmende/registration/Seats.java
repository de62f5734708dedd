package org.allmende.registration;

/**
 * How the seats of something stand.
 *
 * @param confirmed seats of people who come
 * @param offered seats held for people who were asked
 * @param waiting registrations on the waiting list
 * @param returned seats that were given back so far
 */
public record Seats(int capacity, int confirmed, int offered, int waiting, int returned) {

  /** Never below nothing, even where an organiser lowered the capacity below what is taken. */
  public int free() {
    return Math.max(0, capacity - confirmed - offered);
  }
}
