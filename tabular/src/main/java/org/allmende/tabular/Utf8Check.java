package org.allmende.tabular;

/** Follows bytes and counts what is valid UTF-8 and what is not. */
final class Utf8Check {
  long multibyte;
  long broken;
  long firstBrokenAt = -1;
  long firstBrokenLine;
  long zeroAt = -1;

  private long offset;
  private long line = 1;

  /** Continuation bytes still missing of the character begun, and the range of the next one. */
  private int missing;

  private int lowest;
  private int highest;
  private long begunAt;

  void take(byte[] bytes, int length) {
    for (int i = 0; i < length; i++, offset++) {
      int b = bytes[i] & 0xff;
      if (missing > 0) {
        if (b >= lowest && b <= highest) {
          missing--;
          lowest = 0x80;
          highest = 0xbf;
          if (missing == 0) {
            multibyte++;
          }
          continue;
        }
        missing = 0;
        broken(begunAt);
      }
      begin(b);
    }
  }

  void end() {
    if (missing > 0) {
      broken(begunAt);
    }
  }

  private void begin(int b) {
    if (b < 0x80) {
      if (b == '\n') {
        line++;
      } else if (b == 0 && zeroAt < 0) {
        zeroAt = offset;
      }
      return;
    }
    begunAt = offset;
    // Ranges of the Unicode standard, table 3-7: no overlong forms, no surrogates.
    lowest = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
    highest = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    if (b >= 0xc2 && b <= 0xdf) {
      missing = 1;
    } else if (b >= 0xe0 && b <= 0xef) {
      missing = 2;
    } else if (b >= 0xf0 && b <= 0xf4) {
      missing = 3;
    } else {
      broken(offset);
    }
  }

  private void broken(long at) {
    broken++;
    if (firstBrokenAt < 0) {
      firstBrokenAt = at;
      firstBrokenLine = line;
    }
  }
}
