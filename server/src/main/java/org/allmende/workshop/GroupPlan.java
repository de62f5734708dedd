package org.allmende.workshop;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.web.Form;
import org.allmende.workshop.grouping.Blend;

/**
 * How a facilitator wants the groups.
 *
 * @param blends what becomes of each trait; those left out do not matter
 * @param openToAll the groups whose place anybody can reach, hear and see in, counted from 1; none
 *     named means all
 */
record GroupPlan(int groups, Map<Trait, Blend> blends, List<Integer> openToAll) {

  static final int MOST_GROUPS = 60;

  private static final Map<Trait, Blend> USUAL =
      Map.of(
          Trait.DEPARTMENT, Blend.MIX,
          Trait.MUNICIPALITY, Blend.MIX,
          Trait.RANK, Blend.MIX,
          Trait.KNOWLEDGE, Blend.MIX,
          Trait.PRACTICE, Blend.TANDEM);

  /** What is proposed for so many people: groups of about five, mixed. */
  static GroupPlan usual(int people) {
    return new GroupPlan(Math.clamp((people + 2) / 5, 1, MOST_GROUPS), USUAL, List.of());
  }

  /** The same for a phase in groups: one group alone is none. */
  static GroupPlan several(int people) {
    GroupPlan usual = usual(people);
    return new GroupPlan(Math.max(2, usual.groups()), usual.blends(), usual.openToAll());
  }

  /** The plan of a form for so many people; either the number of groups or their size is given. */
  static GroupPlan of(Form form, List<Participant> there) {
    Integer size = form.number("size", 1, 500);
    Integer count = form.number("groups", 1, MOST_GROUPS);
    if (form.isValid() && size == null && count == null) {
      form.reject("groups", "workshop.groups.count.missing");
    }
    int groups =
        count != null ? count : size != null ? Math.max(1, Participant.count(there) / size) : 1;
    if (form.isValid() && groups > there.size()) {
      form.reject("groups", "workshop.groups.count.tooMany", there.size());
    }
    Map<Trait, Blend> blends = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      if (!form.value(blendField(trait)).equals("ignore")) {
        Blend blend = form.choice(blendField(trait), Blend.class);
        if (blend == Blend.TANDEM && !trait.isAsked()) {
          form.reject(blendField(trait), "base.form.choice");
        } else if (blend != null) {
          blends.put(trait, blend);
        }
      }
    }
    return new GroupPlan(groups, blends, numbers(form, groups));
  }

  static String blendField(Trait trait) {
    return "blend-" + trait.key();
  }

  private static List<Integer> numbers(Form form, int groups) {
    List<String> given =
        form.list("openToAll").stream()
            .flatMap(text -> Stream.of(text.split("[,;\\s]+")))
            .filter(text -> !text.isEmpty())
            .toList();
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String text : given) {
      if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1) {
        numbers.add(Integer.parseInt(text));
      } else {
        form.reject("openToAll", "workshop.groups.openToAll.wrong");
      }
    }
    if (!numbers.isEmpty() && numbers.last() > groups && form.isValid()) {
      form.reject("openToAll", "workshop.groups.openToAll.wrong");
    }
    return List.copyOf(numbers);
  }

  /** The blends as they are stored. */
  String blendText() {
    return blends.entrySet().stream()
        .map(blend -> blend.getKey().key() + ":" + key(blend.getValue()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  String openText() {
    return openToAll.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static GroupPlan read(int groups, String blends, String open) {
    Map<Trait, Blend> read = new EnumMap<>(Trait.class);
    for (String part : words(blends)) {
      String[] pair = part.split(":", 2);
      read.put(
          Trait.valueOf(pair[0].toUpperCase(Locale.ROOT)),
          Blend.valueOf(pair[1].toUpperCase(Locale.ROOT)));
    }
    return new GroupPlan(groups, read, words(open).stream().map(Integer::valueOf).toList());
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(" "));
  }

  /** As a form shows it. */
  Form asForm() {
    var shown = new HashMap<String, String>();
    shown.put("groups", String.valueOf(groups));
    shown.put("openToAll", openText().replace(" ", ", "));
    for (Trait trait : Trait.values()) {
      Blend blend = blends.get(trait);
      shown.put(blendField(trait), blend == null ? "ignore" : key(blend));
    }
    return Form.of(shown);
  }

  static String key(Blend blend) {
    return blend.name().toLowerCase(Locale.ROOT);
  }
}
