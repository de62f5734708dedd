package org.allmende.base.event;

/**
 * What one module does when something has happened in another; declared as a bean. It may run more
 * than once for the same event, so its effect carries a unique key.
 *
 * @param name durable, because waiting tasks are stored under it, such as {@code wish.tell}
 */
public record EventHandler<E extends Event>(String name, Class<E> type, Body<E> body) {

  public EventHandler {
    if (!type.isRecord()) {
      throw new IllegalArgumentException("An event is a record: " + type.getName());
    }
  }

  public static <E extends Event> EventHandler<E> on(String name, Class<E> type, Body<E> body) {
    return new EventHandler<>(name, type, body);
  }

  /** What is done with the event; a failure is tried again later. */
  @FunctionalInterface
  public interface Body<E> {
    void handle(E event) throws Exception;
  }
}
