package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Knows the navigation; implemented at the top of the modules. */
public interface FrameSource {

  Frame frame(HttpServletRequest request, Viewer viewer);

  /** The frame of the installation, for when nothing can be asked. */
  Frame frameWithoutDatabase(Locale locale);
}
