/**
 * Reads messy tables, decides their types, stores and queries them. Knows nothing of the rest.
 *
 * <p>The life of a table:
 *
 * <ol>
 *   <li>{@link org.allmende.tabular.TableReader} looks at an original: what kind of file it is, its
 *       encoding, delimiter, header lines, footer, and over all its rows the type of each column.
 *       It answers with a {@link org.allmende.tabular.Reading}, or with a {@link
 *       org.allmende.tabular.Refusal} that names what the file really is.
 *   <li>A reading is a recipe. It says every decision with its reason, counts the good rows and
 *       lists the rejected ones. A person corrects it by {@link org.allmende.tabular.Corrections};
 *       the same original is then read again.
 *   <li>{@link org.allmende.tabular.TableStore} has the good rows loaded by a short-lived process
 *       into a file of their own, and answers questions about all such files.
 * </ol>
 *
 * <p>What always holds:
 *
 * <ul>
 *   <li>The original is never changed. Original and reading suffice to build the stored table
 *       again.
 *   <li>Files are streamed; memory does not grow with the number of rows.
 *   <li>A row is loaded whole or rejected with line, column and reason. Nothing is dropped
 *       silently.
 *   <li>Numbers are exact decimals, never floating point. Codes stay text.
 *   <li>Reasons, warnings and refusals are codes with parameters; words are the caller's.
 *   <li>SQL is made here and nowhere else; names from files and values from outside never get into
 *       it.
 *   <li>A stored file is written under another name, then moved; what is stored is always complete.
 * </ul>
 *
 * <p>Inside: {@code FileKind}, {@code DetectedEncoding}, {@code Delimiter} and {@code TableLayout}
 * decide about the file, {@code ColumnEvidence} and {@code TypeDecision} about a column, {@code
 * RowSource} is the one place where rows are made, for counting and for loading alike.
 */
@NullMarked
package org.allmende.tabular;

import org.jspecify.annotations.NullMarked;
