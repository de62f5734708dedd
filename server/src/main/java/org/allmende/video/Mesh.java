package org.allmende.video;

import org.allmende.base.web.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From browser to browser, everybody to everybody: needs no media server, but each sends as often
 * as others are there.
 */
@Component
class Mesh implements MediaProvider {

  private final int limit;

  Mesh(@Value("${allmende.video.mesh-limit:6}") int limit) {
    this.limit = limit;
  }

  @Override
  public String name() {
    return "mesh";
  }

  @Override
  public int capacity() {
    return limit;
  }

  @Override
  public boolean isUp() {
    return true;
  }

  @Override
  public void entered(MediaRoomId room, Attendee who) {
    // Whoever comes offers a connection to those who are there.
  }

  @Override
  public void left(MediaRoomId room, Attendee who) {
    // The browsers hear of it and hang up.
  }

  @Override
  public void shows(MediaRoomId room, Attendee who) {
    // Said to all by the gathering.
  }

  @Override
  public void signal(Gathering gathering, Attendee from, String to, Signal signal) {
    Attendee other =
        gathering.beside(from, to).orElseThrow(() -> Problem.notFound("video.refused.away"));
    gathering.say(
        other,
        new MediaMessage.Relayed(
            "signal", from.id(), other.entry(), signal.description(), signal.candidate(), null));
  }
}
