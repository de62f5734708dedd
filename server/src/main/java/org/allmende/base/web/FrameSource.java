package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;

/** Knows the navigation; implemented at the top of the modules. */
public interface FrameSource {

  Frame frame(HttpServletRequest request, Viewer viewer);
}
