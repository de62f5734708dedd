package org.allmende.wish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Page;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.jspecify.annotations.Nullable;

/** What somebody writes into the form of a wish, or sends to the API. */
record WishForm(Need need, @Nullable String contact) {

  /** Roles the form offers; the others come from workshops and programs. */
  private static final Hat[] OFFERED = {Hat.PRIVATE, Hat.VOLUNTEER, Hat.BUSINESS, Hat.JOB};

  private static final int LINE = 200;

  /** Reads and checks the fields; what is wrong is noted in the form. */
  static WishForm read(Form form, Topics topics) {
    Hat hat = form.choice("hat", Hat.class);
    return new WishForm(
        new Need(
            form.text("need").max(Need.LONGEST).required("wish.form.need.missing"),
            form.text("purpose").max(Need.LONGEST).optional(),
            form.text("question").max(Need.LONGEST).optional(),
            form.text("problem").max(Need.LONGEST).optional(),
            form.text("enables").max(Need.LONGEST).optional(),
            hat == null ? Hat.PRIVATE : hat,
            form.text("organisation").max(LINE).optional(),
            topic(form, topics),
            new Need.Details(
                form.text("granularity").max(LINE).optional(),
                form.text("freshness").max(LINE).optional(),
                form.text("form").max(LINE).optional(),
                form.text("urgency").max(LINE).optional(),
                form.text("workaround").max(LINE).optional())),
        form.email("contact"));
  }

  static @Nullable String topic(Form form, Topics topics) {
    String topic = form.text("topic").optional();
    if (topic != null && topics.find(new TopicId(topic)).isEmpty()) {
      form.reject("topic", "wish.form.topic.unknown");
      return null;
    }
    return topic;
  }

  /** The form as it stands, for changing it. */
  static Form of(Wish wish) {
    Need need = wish.need();
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "need", need.text());
    put(values, "purpose", need.purpose());
    put(values, "problem", need.problem());
    put(values, "enables", need.enables());
    put(values, "hat", need.hat().key());
    put(values, "organisation", need.organisation());
    put(values, "topic", need.topic());
    put(values, "granularity", need.details().granularity());
    put(values, "freshness", need.details().freshness());
    put(values, "form", need.details().form());
    put(values, "urgency", need.details().urgency());
    put(values, "version", Integer.toString(wish.version()));
    return Form.of(values);
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /** For whom one may ask, as the form offers it. */
  static Map<String, String> hats(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Hat hat : OFFERED) {
      options.put(hat.key(), page.t("wish.form.hat." + hat.key()));
    }
    return options;
  }
}
