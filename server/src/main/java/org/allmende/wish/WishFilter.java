package org.allmende.wish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.allmende.base.web.Form;

/**
 * What a reader wants to see of the list.
 *
 * @param marks where the wishes stand; empty for everywhere
 * @param circles who needs them; empty for anybody
 * @param topics what they are about; empty for anything
 */
record WishFilter(
    String words,
    Set<ThreadMark> marks,
    Set<Circle> circles,
    Set<String> topics,
    Order order,
    int page) {

  static final int PAGE = 20;

  /** How the list is sorted. */
  enum Order {
    MOVED,
    PEOPLE,
    NEW;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the address of the list; what cannot be read is left out. */
  static WishFilter of(Form form) {
    Order order = form.choice("order", Order.class);
    Integer page = form.number("page", 1, 100_000);
    return new WishFilter(
        form.text("q").or(""),
        chosen(form.list("state"), ThreadMark.class),
        chosen(form.list("circle"), Circle.class),
        new TreeSet<>(form.list("topic")),
        order == null ? Order.MOVED : order,
        page == null ? 1 : page);
  }

  private static <E extends Enum<E>> Set<E> chosen(List<String> keys, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (E constant : type.getEnumConstants()) {
      if (keys.contains(constant.name().toLowerCase(Locale.ROOT))) {
        chosen.add(constant);
      }
    }
    return chosen;
  }

  boolean isOpen() {
    return words.isEmpty() && marks.isEmpty() && circles.isEmpty() && topics.isEmpty();
  }

  /** The filter as the rest of an address that begins with something else. */
  String query() {
    StringBuilder query = new StringBuilder();
    if (!words.isEmpty()) {
      query.append("&q=").append(URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
    marks.forEach(mark -> query.append("&state=").append(mark.name().toLowerCase(Locale.ROOT)));
    circles.forEach(circle -> query.append("&circle=").append(circle.key()));
    topics.forEach(
        topic -> query.append("&topic=").append(URLEncoder.encode(topic, StandardCharsets.UTF_8)));
    return query.append("&order=").append(order.key()).toString();
  }

  int offset() {
    return (page - 1) * PAGE;
  }
}
