package org.allmende.base.web;

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

  private final List<Path> places;
  private final long reserve;

  DiskReserve(
      @Value("${allmende.data:data}") Path data, @Value("${allmende.disk-reserve}") DataSize size) {
    this.places = List.of(data, data.resolve("blobs"));
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
    for (Path place : places) {
      // Zero also means that it cannot be told; then the disk itself decides.
      long free = place.toFile().getUsableSpace();
      if (free > 0 && free - bytes < reserve) {
        throw Outage.full();
      }
    }
  }
}
