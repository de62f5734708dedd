package org.allmende.wish;

/** What became of the wishes of a tenant, in five figures. */
public record BalanceView(int wished, int found, int promised, int published, int used) {

  int figure(int loop) {
    return switch (loop) {
      case 0 -> wished;
      case 1 -> found;
      case 2 -> promised;
      case 3 -> published;
      default -> used;
    };
  }
}
