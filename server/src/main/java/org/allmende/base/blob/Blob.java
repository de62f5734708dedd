package org.allmende.base.blob;

/**
 * A stored file.
 *
 * @param sha256 its name: the hash of its content in lower-case hexadecimal digits
 */
public record Blob(String sha256, long bytes) {}
