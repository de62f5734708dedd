package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** SQL of the places outside. */
@Component
class MeetingStore {

  private final JdbcClient sql;

  MeetingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** By the number of the room. */
  Map<Integer, Meeting> of(WorkshopId workshop) {
    Map<Integer, Meeting> meetings = new TreeMap<>();
    sql.sql("select number, url, phone from workshop_meeting where workshop = ?")
        .param(workshop.value())
        .query(row -> {
          int number = row.getInt("number");
          meetings.put(number, new Meeting(number, row.getString("url"), row.getString("phone")));
        });
    return meetings;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void replace(WorkshopId workshop, List<Meeting> meetings) {
    sql.sql("delete from workshop_meeting where workshop = ?").param(workshop.value()).update();
    for (Meeting meeting : meetings) {
      sql.sql("insert into workshop_meeting (workshop, number, url, phone) values (?, ?, ?, ?)")
          .param(workshop.value())
          .param(meeting.number())
          .param(meeting.url())
          .param(meeting.phone())
          .update();
    }
  }
}
