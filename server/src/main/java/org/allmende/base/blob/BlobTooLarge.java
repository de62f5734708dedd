package org.allmende.base.blob;

/** A file has more bytes than its place allows; nothing of it was kept. */
public final class BlobTooLarge extends RuntimeException {
  private final long limit;

  BlobTooLarge(long limit) {
    super("More than " + limit + " bytes");
    this.limit = limit;
  }

  public long limit() {
    return limit;
  }
}
