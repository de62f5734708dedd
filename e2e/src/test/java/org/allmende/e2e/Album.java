package org.allmende.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pictures of what a journey passes, kept for the documentation when a folder is named. */
record Album(@Nullable String folder) {

  Album() {
    this(System.getProperty("allmende.pictures"));
  }

  boolean isKept() {
    return folder != null;
  }

  /** Takes what the window shows now. */
  void keep(Window window, String name) {
    if (folder != null) {
      window
          .page()
          .screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + ".png")));
    }
  }
}
