package org.allmende.base.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.base.id.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps files by what they contain, the same content once; their folder may be shared with other
 * nodes. A file is safely on disk when {@link #store} returns, so store first and write the row
 * that names it afterwards.
 */
@Component
public class Blobs {
  private static final int CHUNK = 64 * 1024;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final Path data;
  private final Path folder;

  Blobs(@Value("${allmende.data:data}") Path data) {
    this.data = data;
    this.folder = data.resolve("blobs");
  }

  /** The files of an installation whose data lies in the folder, for the operator's commands. */
  public static Blobs in(Path data) {
    return new Blobs(data);
  }

  /** Stores everything the stream has; the stream stays open. */
  public Blob store(InputStream content) {
    return store(content, Long.MAX_VALUE);
  }

  /** Stores at most so many bytes, else throws {@link BlobTooLarge} and keeps nothing. */
  public Blob store(InputStream content, long limit) {
    try {
      Path incoming = part("incoming").resolve(Ids.next());
      try {
        Blob blob = write(content, limit, incoming);
        Path target = file(blob.sha256());
        Path part = part(partOf(blob.sha256()));
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        sync(part);
        return blob;
      } finally {
        Files.deleteIfExists(incoming);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a stored file. */
  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(file(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean holds(String sha256) {
    return Files.exists(file(sha256));
  }

  /** Where the file lies, for programs that read files themselves; never to be written to. */
  public Path file(String sha256) {
    if (!NAME.matcher(sha256).matches()) {
      throw new IllegalArgumentException("Not the name of a stored file");
    }
    return folder.resolve(partOf(sha256)).resolve(sha256);
  }

  /** The names of files stored for the last time before the instant. */
  public List<String> lastStoredBefore(Instant instant) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder.toRealPath(), 2)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .filter(file -> lastStored(file).isBefore(instant))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes a file that nothing names, unless somebody stores the same content at this moment: who
   * stored it since the instant may be about to write the row that names it.
   */
  public void forget(String sha256, Instant instant) {
    Path aside = folder.resolve("incoming").resolve("forgetting-" + sha256);
    try {
      Files.move(file(sha256), aside, StandardCopyOption.ATOMIC_MOVE);
      if (lastStored(aside).isBefore(instant)) {
        Files.delete(aside);
      } else {
        Files.move(aside, file(sha256), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant lastStored(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String partOf(String sha256) {
    return sha256.substring(0, 2);
  }

  private static Blob write(InputStream content, long limit, Path target) throws IOException {
    MessageDigest hash = sha256();
    long bytes = 0;
    try (FileChannel channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        bytes += read;
        if (bytes > limit) {
          throw new BlobTooLarge(limit);
        }
        hash.update(chunk, 0, read);
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      channel.force(true);
    }
    return new Blob(HexFormat.of().formatHex(hash.digest()), bytes);
  }

  /** A new folder is there after a power cut only when the one above it was synced too. */
  private Path part(String name) throws IOException {
    Path part = folder.resolve(name);
    if (!Files.isDirectory(part)) {
      Files.createDirectories(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      sync(folder);
      sync(data);
    }
    return part;
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
