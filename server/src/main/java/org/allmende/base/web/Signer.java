package org.allmende.base.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the unguessable half of private links and participants' tokens: HMAC-SHA-256 of
 * purpose and id with the installation's secret, cut to 128 bits. Nothing is stored, so nothing can
 * be stolen from the database.
 */
public final class Signer {

  private static final int BYTES = 16;

  private final SecretKeySpec secret;

  public Signer(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** The URL-safe token for the id and no other purpose. */
  public String sign(String purpose, String id) {
    byte[] mac = mac(purpose + "\n" + id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
  }

  /** Whether the token was made for this purpose and id. */
  public boolean verify(String purpose, String id, String token) {
    byte[] expected = sign(purpose, id).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java lacks HMAC-SHA-256", e);
    }
  }
}
