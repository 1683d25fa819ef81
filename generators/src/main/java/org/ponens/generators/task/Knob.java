package org.ponens.generators.task;

import java.util.List;

/** Something about a task that can be asked for, with what it can be and what it is unasked. */
public sealed interface Knob {

  /** The name that users write: {@code variables}. */
  String name();

  /** A phrase for people. */
  String description();

  /** What it can be, for people: {@code 3..200}. */
  String domain();

  /** What it is where nobody sets it, as users would write it. */
  String initial();

  /**
   * A whole number, or a range of which each item draws one: {@code 10} or {@code 5..10}, or
   * several of these: {@code 5,10,20..25}.
   */
  record Whole(String name, String description, int least, int most, int from, int to)
      implements Knob {

    @Override
    public String domain() {
      return least + ".." + most;
    }

    @Override
    public String initial() {
      return from == to ? Integer.toString(from) : from + ".." + to;
    }
  }

  /**
   * A real number, or a range of which each item draws one: {@code 4.26} or {@code 3.5..4.5}, or
   * several of these: {@code 2,4.26}.
   */
  record Real(String name, String description, double least, double most, double from, double to)
      implements Knob {

    @Override
    public String domain() {
      return least + ".." + most;
    }

    @Override
    public String initial() {
      return from == to ? Double.toString(from) : from + ".." + to;
    }
  }

  /** One or several of these words, of which each item draws one: {@code mus,mcs}. */
  record Choice(String name, String description, List<String> values, List<String> chosen)
      implements Knob {

    public Choice {
      values = List.copyOf(values);
      chosen = List.copyOf(chosen);
    }

    @Override
    public String domain() {
      return String.join(", ", values);
    }

    @Override
    public String initial() {
      return chosen.equals(values) ? "all" : String.join(",", chosen);
    }
  }

  /** A text, such as a path; empty where nobody sets it. */
  record Text(String name, String description, String domain) implements Knob {

    @Override
    public String initial() {
      return "";
    }
  }
}
