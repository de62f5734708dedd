package org.allmende.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file, decided over all its bytes: a byte order mark; else valid UTF-8 is UTF-8;
 * else Windows-1252, which German offices write. A UTF-8 file with a few broken places stays UTF-8.
 *
 * @param encoding decided
 * @param reason why
 * @param zeroByteAt offset of a byte no text has; -1 when there is none
 */
record DetectedEncoding(Encoding encoding, Reason reason, long zeroByteAt) {
  /** So many good characters per broken one make it UTF-8 nevertheless. */
  private static final int GOOD_PER_BROKEN = 20;

  static DetectedEncoding of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4096);
      DetectedEncoding marked = byMark(head);
      if (marked != null) {
        return marked;
      }
      DetectedEncoding wide = byZeroBytes(head);
      if (wide != null) {
        return wide;
      }
    }
    return byAllBytes(file);
  }

  private static @Nullable DetectedEncoding byMark(byte[] head) {
    Encoding encoding = null;
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      encoding = Encoding.UTF_8;
    } else if (startsWith(head, 0xff, 0xfe)) {
      encoding = Encoding.UTF_16LE;
    } else if (startsWith(head, 0xfe, 0xff)) {
      encoding = Encoding.UTF_16BE;
    }
    return encoding == null
        ? null
        : new DetectedEncoding(encoding, Reason.of(ReasonCode.BYTE_ORDER_MARK), -1);
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable DetectedEncoding byZeroBytes(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    int most = head.length / 2;
    boolean little = most > 0 && odd > most * 0.8 && even < most * 0.05;
    boolean big = most > 0 && even > most * 0.8 && odd < most * 0.05;
    if (!little && !big) {
      return null;
    }
    return new DetectedEncoding(
        little ? Encoding.UTF_16LE : Encoding.UTF_16BE, Reason.of(ReasonCode.ZERO_BYTES), -1);
  }

  private static DetectedEncoding byAllBytes(Path file) throws IOException {
    Utf8Check check = new Utf8Check();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 16];
      int read;
      while ((read = in.read(bytes)) > 0) {
        check.take(bytes, read);
      }
    }
    check.end();
    if (check.broken == 0) {
      ReasonCode code = check.multibyte == 0 ? ReasonCode.ONLY_ASCII : ReasonCode.VALID_UTF8;
      return new DetectedEncoding(Encoding.UTF_8, Reason.of(code), check.zeroAt);
    }
    if (check.multibyte > GOOD_PER_BROKEN * check.broken) {
      Reason reason =
          Reason.of(
              ReasonCode.MOSTLY_UTF8, check.broken, check.firstBrokenAt, check.firstBrokenLine);
      return new DetectedEncoding(Encoding.UTF_8, reason, check.zeroAt);
    }
    Reason reason = Reason.of(ReasonCode.NOT_UTF8, check.firstBrokenAt, check.firstBrokenLine);
    return new DetectedEncoding(Encoding.WINDOWS_1252, reason, check.zeroAt);
  }
}
