/**
 * The live board: zones, notes and dots, changed by many at once in one order.
 *
 * <p>Every change is an operation with a number. It is checked against the rights of this very
 * moment, written together with its effect in one transaction, acknowledged, and only then shown to
 * others; each reader is sent only what that reader may see. A board belongs to something above it,
 * which opens its phases and answers for the people on it through {@link BoardRules}.
 *
 * <p>A board with readers is kept in memory ({@link org.allmende.board.LiveBoard}), never believed
 * further than its row says; what waits is written with one {@link org.allmende.board.Pen} and told
 * by the {@link org.allmende.board.Herald}; other nodes hear of it by a {@link
 * org.allmende.board.Wake}.
 *
 * <p>Invariants: the numbers of a board have no gaps; an operation id counts once per board; the
 * words of a covered note never leave the server but to their author; who wrote a note is told to
 * nobody on the board. May use: base, tenant, people.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people"})
@NullMarked
package org.allmende.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
