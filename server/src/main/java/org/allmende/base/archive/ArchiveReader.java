package org.allmende.base.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An archive opened for reading. */
public final class ArchiveReader implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ZipFile zip;
  private final Manifest manifest;

  private ArchiveReader(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  public static ArchiveReader open(Path file) {
    if (!Files.isReadable(file)) {
      throw new ArchiveProblem("There is no file " + file + " that can be read.");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new ArchiveReader(zip, manifest(zip, file));
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new ArchiveProblem(file + " is no archive of Allmende, or not all of it is there.", e);
    } catch (IOException e) {
      throw new ArchiveProblem(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw new ArchiveProblem(file + " is no archive of Allmende.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = JSON.readValue(in, Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        throw new ArchiveProblem("The archive is of a newer Allmende. Take that version.");
      }
      return manifest;
    } catch (JacksonException e) {
      throw new ArchiveProblem("What the archive says about itself cannot be read.", e);
    }
  }

  /** What the archive says about itself. */
  public Manifest manifest() {
    return manifest;
  }

  /** Reads all of it without taking it in. */
  public void verify() {
    for (Manifest.Rows part : manifest.tables()) {
      try (InputStream in = rows(part)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw damaged(part.entry(), e);
      }
    }
    for (Manifest.File file : manifest.files()) {
      try (InputStream in = file(file)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw damaged(file.entry(), e);
      }
    }
  }

  InputStream rows(Manifest.Rows part) throws IOException {
    return checked(part.entry(), part.sha256());
  }

  InputStream file(Manifest.File file) throws IOException {
    return checked(file.entry(), file.sha256());
  }

  /** Fails at its end if what was read is not what it should have been. */
  private InputStream checked(String name, String sha256) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it is missing");
    }
    MessageDigest hash = Content.sha256();
    return new FilterInputStream(new DigestInputStream(zip.getInputStream(entry), hash)) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read < 0 && !Content.hex(copyOf(hash)).equals(sha256)) {
          throw new IOException("its content is not what was written");
        }
        return read;
      }
    };
  }

  /** Because asking a digest begins it anew, and an end may be read twice. */
  private static MessageDigest copyOf(MessageDigest hash) throws IOException {
    try {
      return (MessageDigest) hash.clone();
    } catch (CloneNotSupportedException e) {
      throw new IOException(e);
    }
  }

  static ArchiveProblem damaged(String entry, IOException cause) {
    return new ArchiveProblem(
        "The archive is damaged at %s: %s.".formatted(entry, cause.getMessage()), cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new ArchiveProblem("The archive cannot be closed: " + e.getMessage(), e);
    }
  }
}
