/** What every module with personal columns answers for. */
@NullMarked
package org.allmende.base.privacy;

import org.jspecify.annotations.NullMarked;
