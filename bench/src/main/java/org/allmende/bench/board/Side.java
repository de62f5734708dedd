package org.allmende.bench.board;

import java.util.Map;

/** A server that runs and can be put under load. */
interface Side {

  String name();

  /** The script by which the generator speaks to it. */
  String adapter();

  int port();

  /** The process whose work the generator counts. */
  long pid();

  /** Makes a board for so many people; what the adapter has to know of it. */
  Map<String, String> board(int people) throws Exception;
}
