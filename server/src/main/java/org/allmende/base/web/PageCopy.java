package org.allmende.base.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A rendered page with gaps where each reader's own tokens go, so that two readers of one copy
 * never send the same submission.
 */
record PageCopy(List<byte[]> pieces, List<Gap> gaps) {

  /** What is filled in anew for each reader; its mark is known to this process alone. */
  enum Gap {
    CSRF,
    SUBMISSION;

    private final String mark = UUID.randomUUID().toString();
  }

  /** What fills the gaps of one reader's page. */
  record Tokens(String csrf, String submission) {

    /** Stands in while a page is rendered for many. */
    static final Tokens MARKS = new Tokens(Gap.CSRF.mark, Gap.SUBMISSION.mark);

    private byte[] bytes(Gap gap) {
      return (gap == Gap.CSRF ? csrf : submission).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Cuts the page at the marks. */
  static PageCopy of(String page) {
    List<byte[]> pieces = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    int from = 0;
    while (true) {
      int csrf = page.indexOf(Gap.CSRF.mark, from);
      int submission = page.indexOf(Gap.SUBMISSION.mark, from);
      if (csrf < 0 && submission < 0) {
        pieces.add(page.substring(from).getBytes(StandardCharsets.UTF_8));
        return new PageCopy(pieces, gaps);
      }
      Gap gap = submission < 0 || (csrf >= 0 && csrf < submission) ? Gap.CSRF : Gap.SUBMISSION;
      int at = gap == Gap.CSRF ? csrf : submission;
      pieces.add(page.substring(from, at).getBytes(StandardCharsets.UTF_8));
      gaps.add(gap);
      from = at + gap.mark.length();
    }
  }

  /** Bytes held in memory. */
  int size() {
    return pieces.stream().mapToInt(piece -> piece.length).sum();
  }

  void writeTo(HttpServletResponse response, Tokens tokens) throws IOException {
    var whole = new ByteArrayOutputStream(size() + 64 * gaps.size());
    for (int i = 0; i < pieces.size(); i++) {
      whole.writeBytes(pieces.get(i));
      if (i < gaps.size()) {
        whole.writeBytes(tokens.bytes(gaps.get(i)));
      }
    }
    response.setContentLength(whole.size());
    whole.writeTo(response.getOutputStream());
  }
}
