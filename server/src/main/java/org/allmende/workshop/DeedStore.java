package org.allmende.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what somebody did in workshops, in lines a person can read. */
@Repository
class DeedStore {

  /** What those who lead do: what it was, table, column, and the column of when. */
  private static final List<String> LED =
      List.of(
          "planned workshop_workshop created_by created_at",
          "released workshop_workshop released_by released_at",
          "canceled workshop_workshop canceled_by canceled_at",
          "opened workshop_opening opened_by opened_at",
          "closed workshop_opening closed_by closed_at",
          "harvested workshop_harvest by at",
          "afterwards workshop_afterwards opened_by opened_at",
          "afterwards-closed workshop_afterwards closed_by closed_at",
          "next-run workshop_run by at",
          "material workshop_material by at",
          "improvement workshop_improvement by at",
          "question-called workshop_question called_by called_at",
          "question-answered workshop_question answered_by answered_at",
          "question-removed workshop_question removed_by removed_at",
          "practised workshop_practice person begun_at");

  private static final String SUPPORTS =
      """
      select q.text from workshop_question_support s join workshop_question q on q.id = s.question
      where s.person = :person order by s.at
      """;

  private static final String ACTS =
      """
      select concat_ws(', ', a.at || ': ' || a.kind, a.words) from workshop_act a
      left join workshop_participant p on p.id = a.participant
      where :person in (a.by, a.ended_by, a.person, p.person) order by a.at, a.id
      """;

  private static final String VOTES =
      """
      select v.question || ': ' || v.answers[c.answer + 1] from workshop_vote_choice c
      join workshop_vote v on v.id = c.vote join workshop_participant p on p.id = c.participant
      where p.person = :person order by v.opened_at, v.id
      """;

  private static final String GROUP_RULES =
      """
      select w.title || ': ' || r.kind || ' ' || o.number from workshop_group_rule r
      join workshop_workshop w on w.id = r.workshop
      join workshop_participant p on p.person = :person and p.id in (r.one, r.other)
      join workshop_participant o on o.id in (r.one, r.other) and o.id <> p.id
      order by w.starts_at, o.number
      """;

  private static final String OFFERS =
      """
      select o.at || ': ' || g.number || ' -> ' || r.number from workshop_contact_offer o
      join workshop_participant g on g.id = o.giver join workshop_participant r on r.id = o.receiver
      where :person in (g.person, r.person) order by o.at
      """;

  private static final String PAIR_WISHES =
      """
      select w.at::text from workshop_pair_wish w join workshop_participant p on p.id = w.participant
      where p.person = :person order by w.at
      """;

  private static final String PAIRS =
      """
      select concat_ws(': ', r.started_at, string_agg(o.number::text, ', ' order by o.number))
      from workshop_pair_seat s join workshop_pair_round r on r.id = s.round
      join workshop_participant p on p.id = s.participant
      left join workshop_pair_seat t
        on t.round = s.round and t.number = s.number and t.participant <> s.participant
      left join workshop_participant o on o.id = t.participant
      where p.person = :person group by r.id, r.started_at order by r.started_at
      """;

  private final JdbcClient sql;

  DeedStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** By kind; others appear with their number in the workshop. */
  Map<String, List<String>> of(PersonId person) {
    Map<String, List<String>> deeds = new LinkedHashMap<>();
    deeds.put("support", lines(SUPPORTS, person));
    deeds.put("act", lines(ACTS, person));
    deeds.put("vote", lines(VOTES, person));
    deeds.put("group", lines(GROUP_RULES, person));
    deeds.put("contactOffer", lines(OFFERS, person));
    deeds.put("pairWish", lines(PAIR_WISHES, person));
    deeds.put("pair", lines(PAIRS, person));
    deeds.put("lead", led(person));
    return deeds;
  }

  private List<String> led(PersonId person) {
    List<String> lines = new ArrayList<>();
    for (String deed : LED) {
      String[] part = deed.split(" ");
      String workshop = part[1].equals("workshop_workshop") ? "id" : "workshop";
      lines.addAll(
          lines(
              """
              select concat_ws(': ', d.%4$s, '%1$s', w.title) from %2$s d
              join workshop_workshop w on w.id = d.%5$s
              where d.%3$s = :person order by d.%4$s
              """
                  .formatted(part[0], part[1], part[2], part[3], workshop),
              person));
    }
    return lines;
  }

  private List<String> lines(String query, PersonId person) {
    return sql.sql(query).param("person", person.value()).query(String.class).list();
  }
}
