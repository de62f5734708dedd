/** The modular monolith; each direct sub-package is a module (see {@code docs/architecture.md}). */
@NullMarked
package org.allmende;

import org.jspecify.annotations.NullMarked;
