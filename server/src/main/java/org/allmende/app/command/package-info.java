/** The operator's commands: what {@code bin/allmende} does besides running the server. */
@NullMarked
@NamedInterface("command")
package org.allmende.app.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
