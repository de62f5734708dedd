package org.allmende.tabular;

import java.io.Serializable;

/**
 * A row that is not loaded, and why.
 *
 * @param line line of the file, from 1, on which the row begins
 * @param column name of the column, empty when the row as a whole does not fit
 * @param value what stands there, cut to 80 characters; for a row as a whole its number of cells
 * @param code what is wrong with it
 */
public record Rejection(long line, String column, String value, RejectionCode code)
    implements Serializable {}
