package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where those who lead say that a room meets in a video or telephone system of their own. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/video")
class MeetingPages {

  private final Workshops workshops;
  private final Groups groups;
  private final Meetings meetings;

  MeetingPages(Workshops workshops, Groups groups, Meetings meetings) {
    this.workshops = workshops;
    this.groups = groups;
    this.meetings = meetings;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return page(workshop, meetings.form(workshop));
  }

  @PostMapping
  ModelAndView keep(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    List<Meeting> now = Meetings.read(form, count(workshop));
    if (!form.isValid()) {
      ModelAndView again = page(workshop, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    meetings.replace(workshop, now, viewer);
    return Redirect.to(workshop.url("/video"), "workshop.video.saved");
  }

  private ModelAndView page(Workshop workshop, Form form) {
    return new ModelAndView(
        "workshop/video", Map.of("workshop", workshop, "groups", count(workshop), "form", form));
  }

  /** As many groups as were ever formed, were named here before, or will be if all come. */
  private int count(Workshop workshop) {
    int formed =
        groups.of(workshop).stream().mapToInt(round -> round.plan().groups()).max().orElse(0);
    int named = meetings.of(workshop).keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    int expected = GroupPlan.several(workshop.capacity()).groups();
    return Math.max(expected, Math.max(formed, named));
  }
}
