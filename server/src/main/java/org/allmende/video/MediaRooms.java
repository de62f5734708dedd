package org.allmende.video;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.live.SignalHandler;
import org.allmende.base.live.Signals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The media rooms of gatherings, wherever their lines are. Who is where is never told to it but
 * asked of the {@link MediaRules}; it only has to be told that the answer may have changed.
 */
@Component
public class MediaRooms {

  private static final String ARRANGE = "video_arrange";
  private static final String LATER = "video_later";
  private static final String MUTE = "video_mute";

  private final Signals signals;

  MediaRooms(Signals signals) {
    this.signals = signals;
  }

  @Bean
  static SignalHandler videoArrange(ObjectProvider<Gatherings> gatherings) {
    return new SignalHandler(
        ARRANGE, text -> Ref.read(text).ifPresent(gatherings.getObject()::arrange));
  }

  @Bean
  static SignalHandler videoLater(ObjectProvider<Gatherings> gatherings) {
    return new SignalHandler(
        LATER,
        text -> {
          String[] parts = text.split(" ", 2);
          Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
          Ref.read(parts[1]).ifPresent(ref -> gatherings.getObject().arrange(ref, at));
        });
  }

  @Bean
  static SignalHandler videoMute(ObjectProvider<Gatherings> gatherings) {
    return new SignalHandler(
        MUTE,
        text -> {
          String[] parts = text.split(" ", 2);
          Ref.read(parts[1])
              .ifPresent(ref -> gatherings.getObject().mute(ref, new PersonId(parts[0])));
        });
  }

  /**
   * People may have moved: groups were opened or called back, somebody was removed, the phase has
   * another video mode. Inside a transaction it takes effect with its commit.
   */
  public void arrange(Ref gathering) {
    signals.send(ARRANGE, gathering.toString());
  }

  /** The same for a moment ahead, such as when groups that are called back are over. */
  public void arrange(Ref gathering, Instant at) {
    signals.send(LATER, at.toEpochMilli() + " " + gathering);
  }

  /** Switches a person's microphone off; the person may switch it on again. */
  public void mute(Ref gathering, PersonId person) {
    signals.send(MUTE, person.value() + " " + gathering);
  }
}
