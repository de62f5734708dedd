package org.allmende.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** What somebody holds or sits at. */
enum Device {
  DESK(1280, 800, ColorScheme.LIGHT),
  DESK_AT_NIGHT(1280, 800, ColorScheme.DARK),
  PHONE(390, 844, ColorScheme.LIGHT),
  PHONE_AT_NIGHT(390, 844, ColorScheme.DARK),
  SMALL_PHONE(320, 640, ColorScheme.LIGHT),
  /** A browser that runs no script. */
  PLAIN(1280, 800, ColorScheme.LIGHT);

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Device(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  int width() {
    return width;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setLocale("de-DE")
        .setTimezoneId("Europe/Berlin")
        .setJavaScriptEnabled(this != PLAIN);
  }
}
