package org.allmende.bench.survive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that was acknowledged, written down at the moment of the answer. */
final class Ledger {

  /** How many actions of a kind were acknowledged, and how often one had to be sent again. */
  record Sum(AtomicInteger acknowledged, AtomicInteger again) {}

  /** A mail that a person must have got: its subject begins so and it holds the words. */
  record ExpectedMail(String to, String subject, String words) {}

  private final Map<String, Sum> sums = new ConcurrentHashMap<>();
  private final List<Fact> facts = new CopyOnWriteArrayList<>();
  private final List<ExpectedMail> mails = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> boards = new ConcurrentHashMap<>();
  private final List<String> surprises = new CopyOnWriteArrayList<>();
  private final AtomicInteger all = new AtomicInteger();

  void acknowledged(String kind, int again) {
    Sum sum = sums.computeIfAbsent(kind, _ -> new Sum(new AtomicInteger(), new AtomicInteger()));
    sum.acknowledged().incrementAndGet();
    sum.again().addAndGet(again);
    all.incrementAndGet();
  }

  int all() {
    return all.get();
  }

  Map<String, Sum> sums() {
    return new TreeMap<>(sums);
  }

  void fact(Fact fact) {
    facts.add(fact);
  }

  List<Fact> facts() {
    return facts;
  }

  void mail(ExpectedMail mail) {
    mails.add(mail);
  }

  List<ExpectedMail> mails() {
    return mails;
  }

  /** A note that a workshop's board has from now on. */
  void note(String workshop, String text) {
    boards.computeIfAbsent(workshop, _ -> new CopyOnWriteArrayList<>()).add(text);
  }

  /** The notes acknowledged so far, by workshop. */
  Map<String, List<String>> boards() {
    Map<String, List<String>> now = new TreeMap<>();
    boards.forEach((workshop, notes) -> now.put(workshop, new ArrayList<>(notes)));
    return now;
  }

  /** An answer that nobody should get, such as a 500 or a refusal of what is allowed. */
  void surprise(String sentence) {
    surprises.add(sentence);
    System.out.println("SURPRISE " + sentence);
  }

  List<String> surprises() {
    return surprises;
  }
}
