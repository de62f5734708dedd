package org.allmende.base.web;

/**
 * Says which addresses take files, and from whom; a module that takes files declares one as a bean.
 */
public interface UploadRule {

  /** Whether files may be sent to this path. */
  boolean covers(String path);

  /**
   * Goes on only if this person may send a file there; decided without looking at the body.
   *
   * @throws Problem 403 or 404
   * @throws org.springframework.security.core.AuthenticationException without login
   */
  void check(String path, Viewer viewer);
}
