package org.allmende.wish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;

/** Reads what an officer offers, from the form or from the API. */
record PotentialForm(Potential.Offer offer, Visibility visibility) {

  private static final int LINE = 300;

  static PotentialForm read(TenantId tenant, Form form, Topics topics, Tenants tenants) {
    Potential.PersonalData personal = form.choice("personalData", Potential.PersonalData.class);
    return new PotentialForm(
        new Potential.Offer(
            form.text("title").max(LINE).required("wish.potential.title.missing"),
            form.text("summary").max(Need.LONGEST).optional(),
            WishForm.topic(form, topics),
            department(tenant, form, tenants),
            line(form, "contactRole"),
            line(form, "procedure"),
            form.text("columns").max(Need.LONGEST).optional(),
            line(form, "area"),
            line(form, "timeSpan"),
            line(form, "rhythm"),
            line(form, "currentForm"),
            line(form, "screening"),
            line(form, "publishedElsewhere"),
            personal == null ? Potential.PersonalData.UNKNOWN : personal,
            obstacles(form),
            form.choice("remedy", Potential.Remedy.class),
            line(form, "quality"),
            form.choice("effort", Potential.Effort.class),
            form.choice("effortUpdate", Potential.Effort.class),
            line(form, "license"),
            form.ticked("highValue"),
            line(form, "internalUsers")),
        form.choice("visibility", Visibility.class) == Visibility.INTERNAL
            ? Visibility.INTERNAL
            : Visibility.PUBLIC);
  }

  private static @Nullable String line(Form form, String name) {
    return form.text(name).max(LINE).optional();
  }

  private static @Nullable String department(TenantId tenant, Form form, Tenants tenants) {
    String given = form.text("department").optional();
    if (given == null) {
      return null;
    }
    return tenants
        .department(tenant, given)
        .or(() -> tenants.departmentNamed(tenant, given))
        .map(Department::id)
        .orElseGet(() -> {
          form.reject(
              "department",
              "wish.commit.department.unknown",
              String.join(
                  "; ", tenants.departments(tenant).stream().map(Department::name).toList()));
          return null;
        });
  }

  private static List<Potential.Obstacle> obstacles(Form form) {
    List<Potential.Obstacle> obstacles = new ArrayList<>();
    for (String given : form.list("obstacles")) {
      try {
        obstacles.add(Potential.Obstacle.valueOf(given.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        form.reject("obstacles", "base.form.choice");
      }
    }
    return obstacles;
  }

  /** The offer as it stands, for changing it. */
  static Form of(Potential potential) {
    Potential.Offer offer = potential.offer();
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "title", offer.title());
    put(values, "summary", offer.summary());
    put(values, "topic", offer.topic());
    put(values, "department", offer.department());
    put(values, "contactRole", offer.contactRole());
    put(values, "procedure", offer.procedure());
    put(values, "columns", offer.columns());
    put(values, "area", offer.area());
    put(values, "timeSpan", offer.timeSpan());
    put(values, "rhythm", offer.rhythm());
    put(values, "currentForm", offer.currentForm());
    put(values, "publishedElsewhere", offer.publishedElsewhere());
    put(values, "personalData", offer.personalData().key());
    put(values, "remedy", offer.remedy() == null ? null : offer.remedy().key());
    put(values, "effort", offer.effort() == null ? null : offer.effort().key());
    put(values, "internalUsers", offer.internalUsers());
    put(values, "highValue", offer.highValue() ? "on" : null);
    put(values, "visibility", potential.visibility().key());
    put(values, "version", Integer.toString(potential.version()));
    return Form.of(values);
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
