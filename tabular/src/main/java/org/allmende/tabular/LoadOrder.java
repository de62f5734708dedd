package org.allmende.tabular;

import java.io.Serializable;

/**
 * What a loading process is told to do.
 *
 * @param original file to read
 * @param reading how to read it
 * @param target file to write, does not exist yet
 * @param spill folder for what does not fit into memory
 * @param megabytes memory of the database
 */
record LoadOrder(String original, Reading reading, String target, String spill, int megabytes)
    implements Serializable {}
