/** The one mail queue: written with the fact it tells of, sent later, never lost. */
@NullMarked
package org.allmende.base.mail;

import org.jspecify.annotations.NullMarked;
