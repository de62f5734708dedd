package org.allmende.workshop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.allmende.base.audit.Audit;
import org.allmende.base.web.Form;
import org.allmende.base.web.Viewer;
import org.allmende.video.MediaRooms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the rooms of a workshop meet outside this page. */
@Component
class Meetings {

  private static final int LONGEST_PHONE = 80;

  private final MeetingStore meetings;
  private final WorkshopStore workshops;
  private final MediaRooms media;
  private final Audit audit;

  Meetings(MeetingStore meetings, WorkshopStore workshops, MediaRooms media, Audit audit) {
    this.meetings = meetings;
    this.workshops = workshops;
    this.media = media;
    this.audit = audit;
  }

  Map<Integer, Meeting> of(Workshop workshop) {
    return meetings.of(workshop.id());
  }

  /** What somebody wrote for so many groups and the plenary. */
  static List<Meeting> read(Form form, int groups) {
    return IntStream.rangeClosed(0, groups)
        .mapToObj(number ->
            new Meeting(
                number,
                WorkshopForm.url(form, "url" + number),
                form.text("phone" + number).max(LONGEST_PHONE).optional()))
        .filter(meeting -> !meeting.isEmpty())
        .toList();
  }

  /** The form filled with what holds now. */
  Form form(Workshop workshop) {
    Map<String, String> values = new HashMap<>();
    of(workshop)
        .forEach((number, meeting) -> {
          if (meeting.url() != null) {
            values.put("url" + number, meeting.url());
          }
          if (meeting.phone() != null) {
            values.put("phone" + number, meeting.phone());
          }
        });
    return Form.of(values);
  }

  @Transactional
  public void replace(Workshop workshop, List<Meeting> now, Viewer by) {
    Workshops.requireLead(workshop, by);
    workshops.lock(workshop.id());
    meetings.replace(workshop.id(), now);
    media.arrange(workshop.ref());
    audit.record(workshop.tenant(), by, "workshop.meetings", workshop.ref());
  }
}
