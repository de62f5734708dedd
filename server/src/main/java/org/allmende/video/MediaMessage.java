package org.allmende.video;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says on the line; documented in docs/api/video.md. */
sealed interface MediaMessage {

  /**
   * @param provider {@code mesh} or {@code janus}
   * @param ice what the browser may ask for its own address, and what may pass its media on
   */
  record Welcome(String type, String me, String provider, List<IceServers.Server> ice)
      implements MediaMessage {}

  /**
   * Where the reader is from now on, and with whom.
   *
   * @param group null for nowhere
   * @param entry to be sent along with every signal, so that one of an earlier room counts no more
   * @param full whether the reader has to wait until somebody goes
   * @param up whether the media server can be reached
   * @param with whose room it is besides the reader's, if it is that of a pair
   */
  record Room(
      String type,
      @Nullable Integer group,
      int entry,
      boolean full,
      boolean up,
      List<String> with,
      List<Person> people)
      implements MediaMessage {}

  /**
   * @param voice whether it is the voice alone of somebody who leads and speaks to all groups
   */
  record Person(
      String id, String name, boolean microphone, boolean camera, boolean screen, boolean voice) {}

  /**
   * @param groups into which the reader may speak without being there
   */
  record Voices(String type, List<Integer> groups) implements MediaMessage {}

  record Came(String type, Person person) implements MediaMessage {}

  record Left(String type, String id) implements MediaMessage {}

  record Shows(String type, String id, boolean microphone, boolean camera, boolean screen)
      implements MediaMessage {

    static Shows of(Attendee who) {
      Showing now = who.showing();
      return new Shows("shows", who.id(), now.microphone(), now.camera(), now.screen());
    }
  }

  /**
   * @param from the other end
   * @param entry of the reader when it was meant; one of an earlier room counts no more
   * @param tracks which media of an offer are whose, where one connection carries several people's
   */
  record Relayed(
      String type,
      String from,
      int entry,
      Signal.@Nullable Description description,
      Signal.@Nullable Candidate candidate,
      @Nullable Map<String, String> tracks)
      implements MediaMessage {}

  record Mute(String type) implements MediaMessage {}

  record Provider(String type, boolean up) implements MediaMessage {}

  record Refused(String type, String code, String reason) implements MediaMessage {}

  record Bye(String type, String reason) implements MediaMessage {}

  record Pong(String type) implements MediaMessage {}
}
