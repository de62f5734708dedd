package org.allmende.base.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers a creating API call: 201, Location, and the created thing. */
public final class Created {

  private Created() {}

  public static <T> ResponseEntity<T> at(String url, T body) {
    return ResponseEntity.created(URI.create(url)).body(body);
  }
}
