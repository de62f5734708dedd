package org.allmende.base.web;

import java.nio.file.Path;

/** Where files lie while they come in. */
public record UploadFolder(Path path) {}
