/** Files, kept once by what they contain. */
@NullMarked
package org.allmende.base.blob;

import org.jspecify.annotations.NullMarked;
