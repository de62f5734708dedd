package org.allmende.base.live;

import java.util.function.Consumer;

/**
 * What a node does with the signals of a channel; declared as a bean.
 *
 * @param channel lower-case letters and underscores
 * @param body gets the text; called on a thread of its own
 */
public record SignalHandler(String channel, Consumer<String> body) {

  public SignalHandler {
    if (!channel.matches("[a-z_]{1,40}")) {
      throw new IllegalArgumentException("not a channel: " + channel);
    }
  }
}
