/** What runs at this moment: signals from node to node. */
@NullMarked
package org.allmende.base.live;

import org.jspecify.annotations.NullMarked;
