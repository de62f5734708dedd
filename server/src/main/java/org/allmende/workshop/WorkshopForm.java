package org.allmende.workshop;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads the plan of a workshop from what somebody or a program sent. */
final class WorkshopForm {

  private WorkshopForm() {}

  /** From the page: a day and two local times. */
  static @Nullable WorkshopPlan ofPage(Form form, Clock clock) {
    LocalDate day = form.date("day");
    if (day == null && form.error("day") == null) {
      form.reject("day", "workshop.form.day.missing");
    }
    return plan(
        form,
        at(form, "start", day, clock.getZone()),
        at(form, "end", day, clock.getZone()),
        template(form));
  }

  /** From the page of a workshop that is planned: its agenda and who carries it stay. */
  static @Nullable WorkshopPlan ofChange(Form form, Clock clock) {
    LocalDate day = form.date("day");
    if (day == null && form.error("day") == null) {
      form.reject("day", "workshop.form.day.missing");
    }
    return plan(
        form,
        at(form, "start", day, clock.getZone()),
        at(form, "end", day, clock.getZone()),
        AgendaTemplate.EMPTY);
  }

  private static @Nullable AgendaTemplate template(Form form) {
    AgendaTemplate template = form.choice("template", AgendaTemplate.class);
    if (template == null) {
      form.reject("template", "workshop.form.template.missing");
    }
    return template;
  }

  /** From a program: two instants. */
  static WorkshopPlan ofApi(Form form) {
    return ofApi(form, template(form));
  }

  /** The same for the next run of a workshop, which has its agenda. */
  static WorkshopPlan ofNextRun(Form form) {
    return ofApi(form, AgendaTemplate.EMPTY);
  }

  private static WorkshopPlan ofApi(Form form, @Nullable AgendaTemplate template) {
    WorkshopPlan plan = plan(form, instant(form, "startsAt"), instant(form, "endsAt"), template);
    form.orThrow();
    if (plan == null) {
      throw new IllegalStateException("a valid form has a plan");
    }
    return plan;
  }

  private static @Nullable WorkshopPlan plan(
      Form form,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable AgendaTemplate template) {
    String title = form.text("title").max(120).required("workshop.form.title.missing");
    String place = form.text("place").max(200).optional();
    String onlineUrl = url(form, "onlineUrl");
    Integer capacity = form.number("capacity", 1, 1000);
    if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
      form.reject(form.has("end") ? "end" : "endsAt", "workshop.form.end.beforeStart");
    }
    List<TenantId> coHosts = coHosts(form);
    if (!form.isValid() || startsAt == null || endsAt == null || template == null) {
      return null;
    }
    return new WorkshopPlan(
        title,
        place,
        onlineUrl,
        startsAt,
        endsAt,
        capacity == null ? WorkshopPlan.USUAL_CAPACITY : capacity,
        template,
        coHosts);
  }

  private static List<TenantId> coHosts(Form form) {
    List<String> slugs = form.list("coHosts");
    if (!slugs.stream().allMatch(TenantId::isSlug)) {
      form.reject("coHosts", "workshop.form.coHost.unknown");
      return List.of();
    }
    return slugs.stream().distinct().map(TenantId::new).toList();
  }

  /** An address of the web, if one is given. */
  static @Nullable String url(Form form, String name) {
    String given = form.text(name).max(500).optional();
    if (given == null) {
      return null;
    }
    try {
      URI uri = new URI(given);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return given;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    form.reject(name, "workshop.form.onlineUrl.wrong");
    return null;
  }

  private static @Nullable Instant at(
      Form form, String name, @Nullable LocalDate day, ZoneId zone) {
    String given = form.text(name).required("workshop.form.time.missing");
    try {
      LocalTime time = LocalTime.parse(given.length() == 4 ? "0" + given : given);
      return day == null ? null : day.atTime(time).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      form.reject(name, "workshop.form.time.wrong");
      return null;
    }
  }

  private static @Nullable Instant instant(Form form, String name) {
    form.text(name).required("workshop.form.time.missing");
    return form.moment(name, "workshop.form.instant.wrong");
  }
}
