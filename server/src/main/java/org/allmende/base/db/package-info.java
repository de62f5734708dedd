/** The database: its own PostgreSQL or one given by address, and the rules of writing to it. */
@NullMarked
package org.allmende.base.db;

import org.jspecify.annotations.NullMarked;
