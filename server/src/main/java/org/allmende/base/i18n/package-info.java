/** Texts in German and English. */
@NullMarked
package org.allmende.base.i18n;

import org.jspecify.annotations.NullMarked;
