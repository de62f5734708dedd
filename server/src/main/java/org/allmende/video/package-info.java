/**
 * Media rooms: people of a gathering see and hear each other, in the plenary or in a group.
 *
 * <p>Who is where is asked of the module whose people meet ({@link org.allmende.video.MediaRules}),
 * never of a browser. Everybody has one line to this server; what browsers must tell each other, or
 * a media server, to find a way for sound and pictures is relayed over it, and only within a room.
 * Sound and pictures themselves go from browser to browser ({@link org.allmende.video.Mesh}) or
 * over a Janus ({@link org.allmende.video.JanusRooms}).
 *
 * <p>Invariants: nothing is recorded and nothing is written down; the sender of what is relayed is
 * named by the server; a board never waits for a media room. All lines of a gathering end on one
 * node. May use: base.
 */
@ApplicationModule(allowedDependencies = "base")
@NullMarked
package org.allmende.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
