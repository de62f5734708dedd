/** What runs at this moment: signals from node to node, lines to browsers. */
@NullMarked
package org.allmende.base.live;

import org.jspecify.annotations.NullMarked;
