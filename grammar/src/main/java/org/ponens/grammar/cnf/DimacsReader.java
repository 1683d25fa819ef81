package org.ponens.grammar.cnf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/** Reads one text in DIMACS format from front to back. */
final class DimacsReader {

  private static final int MOST_VARIABLES = 1 << 28;

  private final Source source;
  private final String text;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Constraint> constraints = new ArrayList<>();
  private int[] pending = new int[16];
  private int size;
  private boolean open;
  private char kind = ' ';
  private Cardinality.Relation relation = Cardinality.Relation.AT_MOST;
  private int bound;
  private int at;
  private int start;
  private int largest;
  private int variables = -1;
  private int announced = -1;
  private Span header;

  DimacsReader(Source source) {
    this.source = source;
    this.text = source.text();
    this.header = source.span(0, 0);
  }

  Parsed<Cnf> read() {
    boolean fresh = true;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        fresh |= text.charAt(at) == '\n' || text.charAt(at) == '\r';
        at++;
      }
      // SATLIB's uf files end in a line with % and one with 0.
      if (at == text.length() || (fresh && text.charAt(at) == '%')) {
        return finish();
      }
      String word = word();
      if (fresh && word.charAt(0) == 'c') {
        at = source.lineEnd(source.lineAt(start));
      } else if (fresh && word.equals("p")) {
        header();
      } else if (fresh && word.equals("h")) {
        error(DimacsCode.WEIGHTS, "a hard clause of WCNF: weights are not read; write p cnf");
        at = source.lineEnd(source.lineAt(start));
      } else if (fresh && !open && word.charAt(0) == 'x') {
        begin('x');
        at = start + 1;
      } else if (fresh && !open && word.equals("k")) {
        cardinality();
      } else {
        literal(word);
      }
      fresh = false;
    }
  }

  private String word() {
    start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void begin(char newKind) {
    kind = newKind;
    open = true;
    size = 0;
  }

  private void header() {
    int line = source.lineAt(start);
    int end = source.lineEnd(line);
    String[] parts = text.substring(start, end).trim().split("\\s+", 6);
    header = source.span(start, end);
    at = end;
    if (parts.length > 1 && parts[1].equals("wcnf")) {
      error(DimacsCode.WEIGHTS, "weights are not read; write p cnf and clauses without weights");
      return;
    }
    Optional<Integer> n = parts.length == 4 ? number(parts[2]) : Optional.empty();
    Optional<Integer> m = parts.length == 4 ? number(parts[3]) : Optional.empty();
    if (variables >= 0
        || n.isEmpty()
        || m.isEmpty()
        || !parts[1].equals("cnf")
        || n.get() < 0
        || m.get() < 0) {
      error(DimacsCode.BAD_HEADER, "a header is written once, as p cnf VARIABLES CLAUSES");
      return;
    }
    variables = n.get();
    announced = m.get();
  }

  private void cardinality() {
    int from = start;
    int end = source.lineEnd(source.lineAt(start));
    String[] parts = text.substring(at, end).trim().split("\\s+", 3);
    Optional<Cardinality.Relation> sign = Dimacs.relation(parts[0]);
    Optional<Integer> limit = parts.length > 1 ? number(parts[1]) : Optional.empty();
    if (sign.isEmpty() || limit.isEmpty() || limit.get() < 0) {
      diagnostics.add(
          Diagnostic.error(
              DimacsCode.BAD_CARDINALITY,
              source.span(from, end),
              "a cardinality is written k <= 2 1 2 3 0, with <=, >= or = and a bound"));
      at = end;
      return;
    }
    begin('k');
    relation = sign.get();
    bound = limit.get();
    at = text.indexOf(parts[0], at) + parts[0].length();
    at = text.indexOf(parts[1], at) + parts[1].length();
  }

  private void literal(String word) {
    Optional<Integer> number = number(word);
    if (number.isEmpty()) {
      error(DimacsCode.NOT_A_LITERAL, "a literal is a number such as 3 or -3, at most 2^28");
      return;
    }
    if (!open) {
      begin(' ');
    }
    int literal = number.get();
    if (literal == 0) {
      close();
      return;
    }
    if (variables >= 0 && Math.abs(literal) > Math.max(variables, largest)) {
      diagnostics.add(
          Diagnostic.warning(
              DimacsCode.BEYOND_HEADER,
              source.span(start, at),
              "the header says " + variables + " variables"));
    }
    largest = Math.max(largest, Math.abs(literal));
    if (size == pending.length) {
      pending = Arrays.copyOf(pending, 2 * size);
    }
    pending[size++] = literal;
  }

  private void close() {
    int[] literals = Arrays.copyOf(pending, size);
    constraints.add(
        switch (kind) {
          case 'x' -> Xor.of(literals);
          case 'k' -> Cardinality.of(relation, bound, literals);
          default -> Clause.of(literals);
        });
    open = false;
  }

  private Parsed<Cnf> finish() {
    if (open) {
      diagnostics.add(
          Diagnostic.warning(
              DimacsCode.MISSING_ZERO, source.span(at, at), "the last constraint lacks its 0"));
      close();
    }
    if (variables < 0) {
      String message = "there is no header p cnf VARIABLES CLAUSES";
      diagnostics.add(
          constraints.isEmpty()
              ? Diagnostic.error(DimacsCode.NO_HEADER, header, message)
              : Diagnostic.warning(DimacsCode.NO_HEADER, header, message));
    } else if (announced != constraints.size()) {
      diagnostics.add(
          Diagnostic.warning(
              DimacsCode.WRONG_COUNT,
              header,
              "the header says "
                  + announced
                  + " constraints, but there are "
                  + constraints.size()));
    }
    return diagnostics.parsed(
        source,
        diagnostics.hasErrors()
            ? Optional.empty()
            : Optional.of(new Cnf(Math.max(variables, largest), constraints)));
  }

  private void error(DimacsCode code, String message) {
    diagnostics.add(Diagnostic.error(code, source.span(start, at), message));
  }

  private static Optional<Integer> number(String word) {
    try {
      int value = Integer.parseInt(word);
      return Math.abs((long) value) <= MOST_VARIABLES ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
