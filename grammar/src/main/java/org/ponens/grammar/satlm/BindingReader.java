package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a quantifier binds. A method that returns null has reported why. */
final class BindingReader {

  private static final int MOST_BINDINGS = 20;

  private final Vocabulary vocabulary;
  private final Scope scope;

  BindingReader(Vocabulary vocabulary, Scope scope) {
    this.vocabulary = vocabulary;
    this.scope = scope;
  }

  /** The bindings of a call, and the arguments behind them. */
  record Bound(List<Binding> bindings, List<Raw> rest) {}

  /** Whether a call's arguments start with bindings. */
  boolean binds(List<Raw> arguments) {
    if (arguments.size() < 2) {
      return false;
    }
    Raw first = arguments.get(0);
    if (first instanceof Raw.ListOf list) {
      return !list.items().isEmpty()
          && (list.items().stream().anyMatch(this::isBinding)
              || (arguments.size() > 2 && isSort(arguments.get(1))));
    }
    return isBinding(first)
        || (arguments.size() > 2 && first instanceof Raw.Name && isSort(arguments.get(1)));
  }

  private boolean isBinding(Raw raw) {
    return raw instanceof Raw.Binder
        || (raw instanceof Raw.Chain chain
            && chain.operands().size() == 2
            && chain.comparators().get(0) == Raw.Comparator.IN
            && chain.operands().get(0) instanceof Raw.Name name
            && !scope.binds(name.text())
            && vocabulary.signature().universe(name.text()).isEmpty()
            && vocabulary.signature().function(name.text()).isEmpty());
  }

  private boolean isSort(Raw raw) {
    return raw instanceof Raw.Name name && vocabulary.isSort(name.text());
  }

  @Nullable Bound read(Raw.Call call) {
    List<Raw> arguments = call.arguments();
    List<Raw> items = new ArrayList<>();
    int next;
    if (arguments.get(0) instanceof Raw.ListOf list) {
      items.addAll(list.items());
      next = 1;
    } else {
      next = 0;
      while (next < arguments.size() - 1 && isBinding(arguments.get(next))) {
        items.add(arguments.get(next));
        next++;
      }
      if (next == 0) {
        items.add(arguments.get(0));
        next = 1;
      }
    }
    // A sort behind the variables is that of those without one.
    Raw shared = null;
    if (next < arguments.size() - 1 && isSort(arguments.get(next)) && !isTyped(items)) {
      shared = arguments.get(next);
      next++;
    }
    List<Binding> bindings = bindings(items, shared);
    return bindings == null ? null : new Bound(bindings, arguments.subList(next, arguments.size()));
  }

  private boolean isTyped(List<Raw> items) {
    return items.stream().allMatch(this::isBinding);
  }

  private @Nullable List<Binding> bindings(List<Raw> items, @Nullable Raw shared) {
    if (items.size() > MOST_BINDINGS) {
      vocabulary.error(
          SatlmCode.SYNTAX,
          items.get(0),
          "more than " + MOST_BINDINGS + " variables are bound at once");
      return null;
    }
    List<Binding> bindings = new ArrayList<>();
    List<Raw.Name> waiting = new ArrayList<>();
    for (Raw item : items) {
      Optional<Sort> sort;
      String variable;
      switch (item) {
        case Raw.Binder(var name, var sortRaw, var start, var end) -> {
          variable = name;
          sort = sort(name, sortRaw);
        }
        case Raw.Chain chain when isBinding(item) -> {
          variable = chain.operands().get(0) instanceof Raw.Name name ? name.text() : "";
          sort = sort(variable, chain.operands().get(1));
        }
        case Raw.Name name -> {
          waiting.add(name);
          continue;
        }
        default -> {
          vocabulary.error(
              SatlmCode.SYNTAX,
              item,
              "expected 'variable:sort', found '" + vocabulary.text(item) + "'");
          return null;
        }
      }
      if (sort.isEmpty()) {
        return null;
      }
      for (Raw.Name name : waiting) {
        bindings.add(new Binding(name.text(), sort.get()));
      }
      waiting.clear();
      bindings.add(new Binding(variable, sort.get()));
    }
    if (!waiting.isEmpty()) {
      Raw.Name first = waiting.get(0);
      Optional<Sort> sort = shared == null ? Optional.empty() : sort(first.text(), shared);
      if (sort.isEmpty()) {
        if (shared == null) {
          vocabulary.error(
              SatlmCode.SYNTAX,
              first,
              "the variable '"
                  + first.text()
                  + "' has no sort; expected '"
                  + first.text()
                  + ":sort'");
        }
        return null;
      }
      waiting.forEach(name -> bindings.add(new Binding(name.text(), sort.get())));
    }
    return distinct(bindings, items.get(0)) ? bindings : null;
  }

  private boolean distinct(List<Binding> bindings, Raw at) {
    boolean distinct =
        bindings.stream().map(Binding::variable).distinct().count() == bindings.size();
    if (!distinct) {
      vocabulary.error(SatlmCode.SYNTAX, at, "a variable is bound twice in one list");
    }
    return distinct;
  }

  /** The sort that a variable ranges over; empty with an error. */
  Optional<Sort> sort(String variable, Raw raw) {
    switch (raw) {
      case Raw.Name name -> {
        Optional<Sort> sort = vocabulary.sort(name.text(), raw);
        if (sort.isEmpty()) {
          vocabulary.undeclared(
              SatlmCode.UNDECLARED_NAME,
              "sort",
              name.text(),
              raw,
              vocabulary.signature().sortNames());
        }
        return sort;
      }
      case Raw.ListOf list -> {
        return listed(variable, list.items(), raw);
      }
      case Raw.Call call -> {
        boolean wrapped =
            call.arguments().size() == 1 && call.arguments().get(0) instanceof Raw.ListOf;
        if (wrapped && call.arguments().get(0) instanceof Raw.ListOf list) {
          return listed(variable, list.items(), raw);
        }
        if (call.name().toLowerCase(Locale.ROOT).equals("range")
            && call.arguments().size() == 2
            && call.arguments().get(0) instanceof Raw.Numeral(var from, var s, var e)
            && call.arguments().get(1) instanceof Raw.Numeral(var to, var s2, var e2)
            && from.length() < 7
            && to.length() < 7
            && !to.matches("0+")) {
          String last = Integer.toString(Integer.parseInt(to) - 1);
          return listed(
              variable, List.of(new Raw.Range(from, last, call.start(), call.end())), raw);
        }
      }
      default -> {}
    }
    vocabulary.error(
        SatlmCode.SYNTAX,
        raw,
        "expected the sort of '" + variable + "', found '" + vocabulary.text(raw) + "'");
    return Optional.empty();
  }

  private Optional<Sort> listed(String variable, List<Raw> items, Raw at) {
    if (items.size() == 1
        && items.get(0) instanceof Raw.Name name
        && vocabulary.isSort(name.text())) {
      return vocabulary.sort(name.text(), name);
    }
    List<Raw.Quoted> members = new ArrayList<>();
    for (Raw item : items) {
      String text =
          switch (item) {
            case Raw.Quoted quoted -> quoted.text();
            case Raw.Name name -> name.text();
            case Raw.Numeral numeral -> numeral.digits();
            case Raw.Range range -> range.first() + ".." + range.last();
            default -> "";
          };
      if (text.isEmpty()) {
        vocabulary.error(
            SatlmCode.SYNTAX, item, "'" + vocabulary.text(item) + "' is no member of a sort");
        return Optional.empty();
      }
      members.add(new Raw.Quoted(text, item.start(), item.end()));
    }
    return vocabulary.inlineSort(variable, members, at);
  }
}
