package org.allmende.base.web;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Where files lie while they come in: under the data folder, never in memory. What a killed server
 * left there is removed at the next start, but not what another one on the folder is receiving.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

  /** Longer than any upload pauses. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  @Bean
  static UploadFolder uploadFolder(@Value("${allmende.data:data}") Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("incoming")).toAbsolutePath();
    try (Stream<Path> leftovers = Files.list(folder)) {
      long before = Instant.now().minus(LEFT_BEHIND).toEpochMilli();
      for (Path leftover : leftovers.toList()) {
        if (leftover.toFile().lastModified() < before) {
          Files.deleteIfExists(leftover);
        }
      }
    }
    return new UploadFolder(folder);
  }

  @Bean
  static MultipartConfigElement multipart(
      UploadFolder folder, @Value("${allmende.upload-limit}") DataSize limit) {
    long request = limit.toBytes() + UploadGate.ENVELOPE;
    return new MultipartConfigElement(
        folder.path().toString(), limit.toBytes(), request, 64 * 1024);
  }
}
