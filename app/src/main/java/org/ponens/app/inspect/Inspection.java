package org.ponens.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.Split;

/** What a data set holds, task by task. For one thread. */
final class Inspection {

  /** Examples of what is wrong; the counts tell of the others. */
  static final int EXAMPLES = 10;

  private static final List<Split> SPLITS = List.of(Split.values());

  /** Beyond so many different answers of a problem, new ones are not told apart any more. */
  private static final int MOST_ANSWERS = 20_000;

  final SortedMap<String, Problem> problems = new TreeMap<>();
  final SortedMap<Integer, Long> levels = new TreeMap<>();
  final FirstSeen ids = new FirstSeen();
  final FirstSeen prompts = new FirstSeen();
  final FirstSeen questions = new FirstSeen();
  final FirstSeen classes = new FirstSeen();

  /** Of each isomorphism class, by the place where it was seen first, the splits that have it. */
  private final Map<Integer, Byte> otherSplits = new HashMap<>();

  private byte[] firstSplit = new byte[1 << 10];

  final List<Clash> clashes = new ArrayList<>();
  final List<Note> unread = new ArrayList<>();
  final List<Note> defects = new ArrayList<>();
  private double[] hardness = new double[1 << 10];
  int tasks;
  long sameId;
  long samePrompt;
  long sameQuestion;
  long acrossSplits;
  long unreadLines;
  long defectTasks;

  /** Two places that have in common what they should not. */
  record Clash(String what, int place, int earlier) {}

  /** Something about a place. */
  record Note(int place, String text) {}

  /** The tasks of one problem. */
  static final class Problem {
    long tasks;
    final Map<Split, Long> splits = new EnumMap<>(Split.class);
    double constant;
    double majority;
    double random;
    double hardness;
    double hardest = Double.NEGATIVE_INFINITY;
    double easiest = Double.POSITIVE_INFINITY;
    long answered;
    final Map<String, Long> answers = new HashMap<>();

    private void add(Facts facts) {
      tasks++;
      splits.merge(facts.split(), 1L, Long::sum);
      constant += facts.guessFloor().constant();
      majority += facts.guessFloor().majority();
      random += facts.guessFloor().random();
      hardness += facts.hardness();
      hardest = Math.max(hardest, facts.hardness());
      easiest = Math.min(easiest, facts.hardness());
      if (facts.answer().isPresent()) {
        answered++;
        String answer = facts.answer().get();
        if (answers.size() < MOST_ANSWERS || answers.containsKey(answer)) {
          answers.merge(answer, 1L, Long::sum);
        }
      }
    }

    boolean hasMoreAnswers() {
      return answers.size() >= MOST_ANSWERS;
    }

    /** The most frequent answer, the alphabetically first of several; empty if there is none. */
    String mostFrequent() {
      String best = "";
      for (Map.Entry<String, Long> entry : answers.entrySet()) {
        long count = entry.getValue();
        long bestCount = answers.getOrDefault(best, 0L);
        if (count > bestCount || (count == bestCount && entry.getKey().compareTo(best) < 0)) {
          best = entry.getKey();
        }
      }
      return best;
    }
  }

  void add(TaskScan.Found found) {
    if (found.facts().isEmpty()) {
      unreadLines++;
      note(unread, found.place(), found.reason());
      return;
    }
    Facts facts = found.facts().get();
    if (tasks == hardness.length) {
      hardness = Arrays.copyOf(hardness, 2 * tasks);
    }
    hardness[tasks++] = facts.hardness();
    problems.computeIfAbsent(facts.problem(), name -> new Problem()).add(facts);
    facts.level().ifPresent(level -> levels.merge(level, 1L, Long::sum));
    sameId += add(ids, facts.id(), found.place(), "the id");
    if (add(questions, facts.question(), found.place(), "the question, but for names and order,")
        > 0) {
      sameQuestion++;
    }
    samePrompt += add(prompts, facts.prompt(), found.place(), "");
    addSplit(facts, found.place());
    if (facts.defect().isPresent()) {
      defectTasks++;
      note(defects, found.place(), facts.defect().get());
    }
  }

  private static void note(List<Note> notes, int place, String text) {
    if (notes.size() < EXAMPLES) {
      notes.add(new Note(place, text));
    }
  }

  private int add(FirstSeen seen, Fingerprint fingerprint, int place, String what) {
    int earlier = seen.add(fingerprint, place);
    if (earlier == FirstSeen.NEVER) {
      return 0;
    }
    if (!what.isEmpty()) {
      clash(what, place, earlier);
    }
    return 1;
  }

  private void clash(String what, int place, int earlier) {
    if (clashes.size() < EXAMPLES) {
      clashes.add(new Clash(what, place, earlier));
    }
  }

  private void addSplit(Facts facts, int place) {
    byte split = (byte) (1 << SPLITS.indexOf(facts.split()));
    int earlier = classes.add(facts.isomorphism(), place);
    if (earlier == FirstSeen.NEVER) {
      if (place >= firstSplit.length) {
        firstSplit = Arrays.copyOf(firstSplit, Math.max(place + 1, 2 * firstSplit.length));
      }
      firstSplit[place] = split;
      return;
    }
    byte before = otherSplits.getOrDefault(earlier, firstSplit[earlier]);
    if ((before & split) == 0) {
      acrossSplits++;
      otherSplits.put(earlier, (byte) (before | split));
      clash("an instance of another split, but for names and order,", place, earlier);
    }
  }

  /** How hard the tasks are, in their order. */
  double[] hardness() {
    return Arrays.copyOf(hardness, tasks);
  }
}
