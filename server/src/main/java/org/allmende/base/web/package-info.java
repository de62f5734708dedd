/** Pages and JSON: who asks, what was sent, what is answered, and how problems are told. */
@NullMarked
package org.allmende.base.web;

import org.jspecify.annotations.NullMarked;
