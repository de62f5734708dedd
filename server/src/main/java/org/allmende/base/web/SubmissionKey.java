package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a repeated sending counts once. It is bound to the address and to the person,
 * so that a key somebody else happens to choose never leads to what is not theirs, and it carries a
 * digest of what was sent, so that something else under the same key is noticed.
 */
final class SubmissionKey {

  private static final int BYTES = 16;

  private SubmissionKey() {}

  /** Null where the sender gave no key. */
  static @Nullable String of(
      @Nullable String given,
      HttpServletRequest request,
      @Nullable PersonId person,
      Map<String, List<String>> values) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Map<String, List<String>> content = new TreeMap<>(values);
    content.remove(Form.SUBMISSION);
    content.remove("_csrf");
    String sender = person == null ? "" : person.value();
    return digest(request.getRequestURI() + "\n" + sender + "\n" + given)
        + "."
        + digest(content.toString());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
