/** Who did what when, written in the transaction that did it. */
@NullMarked
package org.allmende.base.audit;

import org.jspecify.annotations.NullMarked;
