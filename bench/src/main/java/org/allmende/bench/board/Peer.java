package org.allmende.bench.board;

import java.util.Map;

/** A server to compare with; it makes a board of any name when somebody asks for it. */
record Peer(String name, String adapter, int port, Process process) implements Side, AutoCloseable {

  @Override
  public long pid() {
    return process.pid();
  }

  /** The peers' own adapter speaks hocuspocus when it finds this; the others do not look for it. */
  @Override
  public Map<String, String> board(int people) {
    return Map.of("HP", "1");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
