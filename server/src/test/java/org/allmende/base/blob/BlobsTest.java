package org.allmende.base.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path data;
  private Blobs blobs;

  @BeforeEach
  void open() {
    blobs = new Blobs(data);
  }

  @Test
  void keepsContentOnceUnderItsHash() throws IOException {
    assertThat(blobs.store(content("abc"))).isEqualTo(new Blob(ABC, 3));
    assertThat(blobs.store(content("abc"))).isEqualTo(new Blob(ABC, 3));
    try (InputStream stored = blobs.open(ABC)) {
      assertThat(stored.readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
    }
    assertThat(files()).containsExactly("blobs/ba/" + ABC);
  }

  @Test
  void refusesWhatIsTooLargeAndKeepsNothingOfIt() throws IOException {
    assertThat(blobs.store(content("abc"), 3).bytes()).isEqualTo(3);
    assertThatThrownBy(() -> blobs.store(content("abcd"), 3))
        .isInstanceOf(BlobTooLarge.class)
        .extracting("limit")
        .isEqualTo(3L);
    assertThat(files()).containsExactly("blobs/ba/" + ABC);
  }

  @Test
  void keepsNothingOfABrokenUpload() throws IOException {
    InputStream dead =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line went dead");
          }
        };
    InputStream broken = new SequenceInputStream(content("abc".repeat(50_000)), dead);
    assertThatThrownBy(() -> blobs.store(broken)).hasMessageContaining("the line went dead");
    assertThat(files()).isEmpty();
  }

  @Test
  void takesNoPathForAName() {
    assertThatThrownBy(() -> blobs.open("../../postgres/password"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(blobs.holds(ABC)).isFalse();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(data)) {
      return paths.filter(Files::isRegularFile).map(f -> data.relativize(f).toString()).toList();
    }
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
