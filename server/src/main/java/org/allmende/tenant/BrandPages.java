package org.allmende.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves a tenant's colours as a stylesheet of its own, because pages carry no inline style. */
@RestController
public class BrandPages {

  /** The hashed address of the tenant's colours. */
  public static String stylesheet(Tenant tenant) {
    return tenant.url("/look/" + hash(css(tenant)) + ".css");
  }

  @GetMapping("/{tenant}/look/{hash}.css")
  ResponseEntity<String> look(Tenant tenant, @PathVariable String hash) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(css(tenant));
  }

  /**
   * On dark sheets the colour is as light as the other tones there, so that the seal stands out.
   */
  private static String css(Tenant tenant) {
    String accent = tenant.accent();
    return ":root{--akzent:light-dark(" + accent + ",oklch(from " + accent + " .78 c h))}\n";
  }

  private static String hash(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
