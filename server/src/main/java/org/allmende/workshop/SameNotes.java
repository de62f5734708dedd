package org.allmende.workshop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.TenantId;
import org.allmende.board.BoardNote;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.TopicSuggestion;
import org.allmende.catalog.Topics;
import org.allmende.search.GermanText;
import org.springframework.stereotype.Component;

/**
 * Finds notes that may mean the same as another one: of one stack, with the same telling words, of
 * one topic.
 */
@Component
class SameNotes {

  private static final int MOST = 6;

  private final Topics topics;

  SameNotes(Topics topics) {
    this.topics = topics;
  }

  List<HarvestDesk.Same> of(
      TenantId owner, BoardNote note, List<TopicSuggestion> about, Collection<BoardNote> others) {
    Set<String> words = words(note);
    TopicId topic = about.isEmpty() ? null : about.getFirst().topic().id();
    List<HarvestDesk.Same> stacked = new ArrayList<>();
    List<HarvestDesk.Same> worded = new ArrayList<>();
    List<HarvestDesk.Same> themed = new ArrayList<>();
    for (BoardNote other : others) {
      if (other.id().equals(note.id())) {
        continue;
      }
      if (isStackedWith(note, other)) {
        stacked.add(new HarvestDesk.Same(other, Message.of("workshop.same.stack")));
      } else if (words(other).stream().anyMatch(words::contains)) {
        worded.add(new HarvestDesk.Same(other, Message.of("workshop.same.words")));
      } else if (topic != null && topic.equals(firstTopic(owner, other))) {
        themed.add(new HarvestDesk.Same(other, Message.of("workshop.same.topic")));
      }
    }
    stacked.addAll(worded);
    stacked.addAll(themed);
    return stacked.stream().limit(MOST).toList();
  }

  private static boolean isStackedWith(BoardNote note, BoardNote other) {
    return note.id().equals(other.stackedOn())
        || other.id().equals(note.stackedOn())
        || (note.stackedOn() != null && Objects.equals(note.stackedOn(), other.stackedOn()));
  }

  private TopicId firstTopic(TenantId owner, BoardNote note) {
    List<TopicSuggestion> suggested = topics.suggest(owner, note.text(), 1);
    return suggested.isEmpty() ? new TopicId("") : suggested.getFirst().topic().id();
  }

  private static Set<String> words(BoardNote note) {
    return GermanText.stems(note.text());
  }
}
