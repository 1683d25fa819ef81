package org.ponens.app.inspect;

import java.util.ArrayList;
import java.util.List;

/** What tasks of another data set share with those of a first. For one thread. */
final class Leaks {

  private final Inspection first;
  final List<Inspection.Clash> clashes = new ArrayList<>();
  long tasks;
  long sameId;
  long samePrompt;
  long sameClass;
  long sameQuestion;

  Leaks(Inspection first) {
    this.first = first;
  }

  void add(TaskScan.Found found) {
    if (found.facts().isEmpty()) {
      return;
    }
    Facts facts = found.facts().get();
    tasks++;
    sameId += share(first.ids.find(facts.id()), found.place(), "the id");
    int prompt = first.prompts.find(facts.prompt());
    samePrompt += share(prompt, found.place(), "the prompt");
    sameQuestion += first.questions.find(facts.question()) == FirstSeen.NEVER ? 0 : 1;
    int instance = first.classes.find(facts.isomorphism());
    sameClass += instance == FirstSeen.NEVER ? 0 : 1;
    if (prompt == FirstSeen.NEVER) {
      share(instance, found.place(), "the instance, but for names and order,");
    }
  }

  private int share(int earlier, int place, String what) {
    if (earlier == FirstSeen.NEVER) {
      return 0;
    }
    if (clashes.size() < Inspection.EXAMPLES) {
      clashes.add(new Inspection.Clash(what, place, earlier));
    }
    return 1;
  }

  boolean any() {
    return samePrompt > 0 || sameClass > 0;
  }
}
