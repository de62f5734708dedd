package org.allmende.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdTest {

  @TempDir Path folder;
  private Path notify;
  private Path heard;

  @BeforeEach
  void standIn() throws IOException {
    heard = folder.resolve("heard");
    notify = folder.resolve("notify");
    Files.writeString(notify, "#!/bin/sh\necho \"$@\" to \"$NOTIFY_SOCKET\" > " + heard + "\n");
    assertThat(notify.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void hearsOnItsSocketThatWeAreReady() {
    new Systemd(Map.of("NOTIFY_SOCKET", "/run/systemd/notify"), notify.toString())
        .hearsThatWeAreReady();

    assertThat(heard).hasContent("--ready to /run/systemd/notify");
  }

  @Test
  void isLeftAloneWhereItDoesNotWait() {
    new Systemd(Map.of(), notify.toString()).hearsThatWeAreReady();

    assertThat(heard).doesNotExist();
  }

  @Test
  void doesNotStopTheStartWhereItCannotBeTold() {
    new Systemd(Map.of("NOTIFY_SOCKET", "/run/systemd/notify"), folder + "/missing")
        .hearsThatWeAreReady();

    assertThat(heard).doesNotExist();
  }
}
