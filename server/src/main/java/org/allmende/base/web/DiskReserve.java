package org.allmende.base.web;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The last part of the disk under the data folder, and of the one under the stored files where that
 * is another, kept free: a PostgreSQL that cannot write its log stops, and then nobody could read
 * either. So writing is refused while there is still room to go on.
 */
@Component
public class DiskReserve {

  private final List<File> places;
  private final long reserve;

  DiskReserve(
      @Value("${allmende.data:data}") Path data, @Value("${allmende.disk-reserve}") DataSize size) {
    this.places = List.of(data.toFile(), data.resolve("blobs").toFile());
    this.reserve = size.toBytes();
  }

  /**
   * Goes on only while something may be written.
   *
   * @throws Problem 507 if the disk is nearly full
   */
  public void require() {
    require(0);
  }

  /**
   * Goes on only if so much can be written.
   *
   * @throws Problem 507 if it would touch the reserve
   */
  void require(long bytes) {
    for (File place : places) {
      if (free(place) - bytes < reserve) {
        throw Outage.full();
      }
    }
  }

  /**
   * Bytes that may be written there; a folder that does not exist leaves it to the disk itself. Not
   * by the file store, which reads the table of all mounts each time: it is asked for every note.
   */
  private static long free(File place) {
    return place.exists() ? place.getUsableSpace() : Long.MAX_VALUE;
  }
}
