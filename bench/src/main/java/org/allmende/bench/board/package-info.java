/** The live board beside hocuspocus and a bare relay, with the same load; and over two nodes. */
@NullMarked
package org.allmende.bench.board;

import org.jspecify.annotations.NullMarked;
