/**
 * The logical archive: everything an installation holds, or what belongs to one tenant, in one file
 * that any later Allmende on any PostgreSQL takes in again. It knows tables, never what they mean.
 */
@NullMarked
package org.allmende.base.archive;

import org.jspecify.annotations.NullMarked;
