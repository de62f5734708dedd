package org.allmende.base.id;

import java.security.SecureRandom;

/**
 * Makes record identifiers: 80 random bits as 16 Crockford base32 characters, never ordered by
 * time.
 */
public final class Ids {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A fresh identifier. */
  public static String next() {
    byte[] bytes = new byte[LENGTH];
    RANDOM.nextBytes(bytes);
    char[] text = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      text[i] = ALPHABET[bytes[i] & 31];
    }
    return new String(text);
  }
}
