package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a program's names stand for. Immutable and thread-safe.
 *
 * <p>Enumerations that share members are parts of one <i>universe</i>: the union of their members,
 * in the order of the sort that holds them all, or of their first occurrence where none does. Each
 * member has a number, unique in its universe: the one that constraints give it ({@code Monday ==
 * 1}, for all members), else the digits it ends in where all members differ only in those ({@code
 * day2}), else its place in the order from 1.
 */
public final class Signature {

  private final Map<String, SortDeclaration> sorts = new LinkedHashMap<>();
  private final Map<String, FunctionDeclaration> functions = new LinkedHashMap<>();
  private final Map<String, Integer> universeByMember = new HashMap<>();
  private final Map<String, Integer> numberByMember = new HashMap<>();
  private final List<List<String>> universes = new ArrayList<>();
  private final List<String> universeSorts = new ArrayList<>();
  private final List<String> overlapping = new ArrayList<>();
  private final Set<Integer> numbered = new HashSet<>();
  private final Set<String> partial = new HashSet<>();

  private Signature(List<SortDeclaration> sorts, List<FunctionDeclaration> functions) {
    sorts.forEach(sort -> this.sorts.put(sort.name(), sort));
    functions.forEach(function -> this.functions.put(function.name(), function));
    unite();
    number();
  }

  /** The names of a program. */
  public static Signature of(SatlmProgram program) {
    Signature signature = new Signature(program.sorts(), program.functions());
    signature.numberByEquations(program.constraints());
    Expressions.definedFunctions(program, signature.partial::add);
    return signature;
  }

  /** The names of declarations, before there are constraints. */
  static Signature of(List<SortDeclaration> sorts, List<FunctionDeclaration> functions) {
    return new Signature(sorts, functions);
  }

  public Optional<FunctionDeclaration> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  public Optional<SortDeclaration> sort(String name) {
    return Optional.ofNullable(sorts.get(name));
  }

  /** The number of a member; empty where no sort has such a member. */
  public OptionalInt number(String member) {
    Integer number = numberByMember.get(member);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * The numbers of a sort's elements in the order of declaration: 0 and 1 for the truth values,
   * none for the unbounded integers.
   */
  public List<Integer> values(Sort sort) {
    return switch (sort) {
      case Sort.Bool() -> List.of(0, 1);
      case Sort.Int() -> List.of();
      case Sort.Named(var name) ->
          switch (declared(name)) {
            case SortDeclaration.Integers(var n, var values) -> values;
            case SortDeclaration.Enumeration(var n, var members, var numbers) ->
                members.stream().map(this::numberOf).toList();
          };
    };
  }

  /** An element of a sort as the program spells it. */
  public String spell(Sort sort, int value) {
    return switch (sort) {
      case Sort.Bool() -> value == 0 ? "False" : "True";
      case Sort.Int() -> Integer.toString(value);
      case Sort.Named(var name) ->
          switch (declared(name)) {
            case SortDeclaration.Integers integers -> Integer.toString(value);
            case SortDeclaration.Enumeration(var n, var members, var numbers) ->
                members.stream()
                    .filter(member -> numberOf(member) == value)
                    .findFirst()
                    .orElse(Integer.toString(value));
          };
    };
  }

  /** Whether a function may be undefined for some arguments: somewhere it is compared with None. */
  public boolean isPartial(String function) {
    return partial.contains(function);
  }

  private int numberOf(String member) {
    return number(member).orElseThrow();
  }

  OptionalInt universe(String member) {
    Integer universe = universeByMember.get(member);
    return universe == null ? OptionalInt.empty() : OptionalInt.of(universe);
  }

  List<String> universe(int universe) {
    return universes.get(universe);
  }

  /** Whether the program gives the members of a universe their numbers. */
  boolean isNumbered(int universe) {
    return numbered.contains(universe);
  }

  Set<String> members() {
    return universeByMember.keySet();
  }

  Set<String> sortNames() {
    return sorts.keySet();
  }

  Set<String> functionNames() {
    return functions.keySet();
  }

  /** Of each universe that no sort holds all of, although sorts overlap in it, the first sort. */
  List<String> overlapping() {
    return List.copyOf(overlapping);
  }

  /** The sort that holds all of a universe, or the first of those that make it up. */
  String sortOf(int universe) {
    return universeSorts.get(universe);
  }

  private SortDeclaration declared(String name) {
    SortDeclaration sort = sorts.get(name);
    if (sort == null) {
      throw new IllegalArgumentException("no sort of this program: " + name);
    }
    return sort;
  }

  private void unite() {
    // Universes by union-find over the sorts, joined by their common members.
    Map<String, Integer> firstSort = new HashMap<>();
    List<SortDeclaration.Enumeration> all = new ArrayList<>();
    for (SortDeclaration sort : sorts.values()) {
      if (sort instanceof SortDeclaration.Enumeration enumeration) {
        all.add(enumeration);
      }
    }
    int[] parent = new int[all.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      for (String member : all.get(i).members()) {
        Integer other = firstSort.putIfAbsent(member, i);
        if (other != null) {
          parent[root(parent, i)] = root(parent, other);
        }
      }
    }
    Map<Integer, List<SortDeclaration.Enumeration>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(parent, i), r -> new ArrayList<>()).add(all.get(i));
    }
    for (List<SortDeclaration.Enumeration> parts : byRoot.values()) {
      Set<String> union = new LinkedHashSet<>();
      parts.forEach(part -> union.addAll(part.members()));
      Optional<SortDeclaration.Enumeration> whole =
          parts.stream().filter(part -> part.members().size() == union.size()).findFirst();
      List<String> members =
          whole.map(SortDeclaration.Enumeration::members).orElseGet(() -> List.copyOf(union));
      if (whole.isEmpty()) {
        overlapping.add(parts.get(0).name());
      }
      universeSorts.add(whole.orElse(parts.get(0)).name());
      int universe = universes.size();
      universes.add(members);
      members.forEach(member -> universeByMember.put(member, universe));
      if (parts.stream().anyMatch(SortDeclaration.Enumeration::numbered)) {
        numbered.add(universe);
      }
    }
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void number() {
    for (int universe = 0; universe < universes.size(); universe++) {
      List<String> members = universes.get(universe);
      Optional<List<Integer>> digits = trailingDigits(members);
      if (digits.isPresent()) {
        numbered.add(universe);
      }
      for (int i = 0; i < members.size(); i++) {
        numberByMember.put(members.get(i), digits.isPresent() ? digits.get().get(i) : i + 1);
      }
    }
  }

  private static Optional<List<Integer>> trailingDigits(List<String> members) {
    String stem = null;
    Set<Integer> numbers = new LinkedHashSet<>();
    for (String member : members) {
      int split = member.length();
      while (split > 0 && member.charAt(split - 1) >= '0' && member.charAt(split - 1) <= '9') {
        split--;
      }
      int digits = member.length() - split;
      if (digits == 0 || digits > 4 || split == 0) {
        return Optional.empty();
      }
      if (stem != null && !stem.equals(member.substring(0, split))) {
        return Optional.empty();
      }
      stem = member.substring(0, split);
      numbers.add(Integer.parseInt(member.substring(split)));
    }
    return numbers.size() == members.size() && members.size() > 1
        ? Optional.of(List.copyOf(numbers))
        : Optional.empty();
  }

  private void numberByEquations(List<Constraint> constraints) {
    Map<String, Integer> given = new HashMap<>();
    for (Constraint constraint : constraints) {
      Expressions.equations(constraint.formula(), given);
    }
    for (int universe = 0; universe < universes.size(); universe++) {
      List<String> members = universes.get(universe);
      Set<Integer> numbers = new HashSet<>();
      for (String member : members) {
        Integer number = given.get(member);
        if (number != null) {
          numbers.add(number);
        }
      }
      if (numbers.size() == members.size()) {
        numbered.add(universe);
        members.forEach(member -> numberByMember.put(member, given.get(member)));
      }
    }
  }
}
