package org.ponens.grammar.cnf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/** Reads one text in DIMACS format from front to back, a line at a time. */
final class DimacsReader {

  private static final int NOT_A_NUMBER = Integer.MIN_VALUE;

  private final Source source;
  private final String text;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Constraint> constraints = new ArrayList<>();

  // Where reading is, and where its line ends.
  private int at;
  private int end;

  /** The literals of the constraint that is being read, and what it says of them. */
  private int[] pending = new int[16];

  private int size;
  private boolean open;
  private char kind = ' ';
  private Cardinality.Relation relation = Cardinality.Relation.AT_MOST;
  private int bound;

  /** How many literals there were at each line's end, as long as no 0 has come. */
  private int[] lineSizes = new int[16];

  private int lines;
  private boolean anyZero;

  /** Where the last number ended. */
  private int behind;

  private int largest;
  private @Nullable Span beyond;
  private int variables = -1;
  private int announced = -1;
  private Span header;

  DimacsReader(Source source) {
    this.source = source;
    this.text = source.text();
    this.header = source.span(0, 0);
  }

  Parsed<Cnf> read() {
    if (text.length() > Dimacs.MAX_LENGTH) {
      error(
          DimacsCode.TOO_LARGE, 0, 0, "longer than " + Dimacs.MAX_LENGTH + " characters, not read");
      return diagnostics.parsed(source, Optional.empty());
    }
    // SATLIB's uf files end in a line with % and one with 0.
    while (nextLine() && text.charAt(at) != '%') {
      line();
    }
    return finish();
  }

  /** Goes to the first sign of the next line that is not blank; false if there is none. */
  private boolean nextLine() {
    at = end;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return at < text.length();
  }

  private void line() {
    switch (text.charAt(at)) {
      case 'c' -> {
        if (text.startsWith("cnf ", at)) {
          Fix fix = Fix.suggested("write p cnf", new Edit(source.span(at, at), "p "));
          diagnostics.add(
              Diagnostic.error(
                      DimacsCode.BAD_HEADER, source.span(at, end), "a header begins with p cnf")
                  .withFix(fix));
        }
      }
      case 'p' -> header();
      case 'h' ->
          error(
              DimacsCode.WEIGHTS,
              at,
              end,
              "a hard clause of WCNF: weights are not read; write p cnf and clauses without them");
      case '`' -> {
        if (text.startsWith("```", at)) {
          int after = Math.min(text.length(), end + 1);
          diagnostics.add(
              Diagnostic.note(DimacsCode.FENCE, source.span(at, end), "a fence of Markdown")
                  .withFix(Fix.applied("leave it out", new Edit(source.span(at, after), ""))));
        } else {
          literals();
        }
      }
      case 'x' -> {
        at++;
        begin('x');
        literals();
      }
      case 'k' -> {
        if (cardinality()) {
          literals();
        }
      }
      default -> literals();
    }
    if (!anyZero && open) {
      if (lines == lineSizes.length) {
        lineSizes = Arrays.copyOf(lineSizes, 2 * lines);
      }
      lineSizes[lines++] = size;
    }
  }

  private void begin(char newKind) {
    if (open) {
      error(
          DimacsCode.MISSING_ZERO,
          at - 1,
          at,
          "a constraint begins here, but the one before it does not end in 0");
    }
    kind = newKind;
    open = true;
    size = 0;
  }

  private void header() {
    String[] parts = text.substring(at, Math.min(end, at + 200)).trim().split("\\s+", 5);
    if (parts.length > 1 && parts[1].equals("wcnf")) {
      error(DimacsCode.WEIGHTS, at, end, "weights are not read; write p cnf and plain clauses");
      return;
    }
    int n = parts.length == 4 ? number(parts[2]) : NOT_A_NUMBER;
    int m = parts.length == 4 ? number(parts[3]) : NOT_A_NUMBER;
    if (!parts[0].equals("p") || variables >= 0 || n < 0 || m < 0 || !parts[1].equals("cnf")) {
      error(
          DimacsCode.BAD_HEADER,
          at,
          end,
          "a header is written once, as p cnf VARIABLES CLAUSES, with numbers up to "
              + Dimacs.MAX_VARIABLES);
      return;
    }
    header = source.span(at, end);
    variables = n;
    announced = m;
  }

  private static int number(String word) {
    try {
      int value = Integer.parseInt(word);
      return value <= Dimacs.MAX_VARIABLES ? value : NOT_A_NUMBER;
    } catch (NumberFormatException e) {
      return NOT_A_NUMBER;
    }
  }

  /** Reads up to the bound; false if that can't be. */
  private boolean cardinality() {
    int start = at;
    at++;
    skipBlanks();
    int from = at;
    while (at < end && "<>=".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Optional<Cardinality.Relation> sign = Dimacs.relation(text.substring(from, at));
    skipBlanks();
    int limit = at < end ? nextNumber() : NOT_A_NUMBER;
    if (sign.isEmpty() || limit < 0) {
      error(
          DimacsCode.BAD_CARDINALITY,
          start,
          end,
          "a cardinality is written k <= 2 1 2 3 0, with <=, >= or = and a bound");
      return false;
    }
    begin('k');
    relation = sign.get();
    bound = limit;
    return true;
  }

  private void skipBlanks() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Reads the numbers up to the end of the line; one that is none ends it. */
  private void literals() {
    skipBlanks();
    while (at < end) {
      int start = at;
      int literal = nextNumber();
      if (literal == NOT_A_NUMBER) {
        if (!open && text.charAt(start) == 'c') {
          return;
        }
        int stop = start;
        while (stop < end && !Character.isWhitespace(text.charAt(stop))) {
          stop++;
        }
        error(
            DimacsCode.NOT_A_LITERAL,
            start,
            stop,
            "a literal is a number such as 3 or -3, at most " + Dimacs.MAX_VARIABLES);
        open = false;
        return;
      }
      take(literal, start);
      skipBlanks();
    }
  }

  /** The number that begins here; goes behind it only if there is one. */
  private int nextNumber() {
    int i = at;
    boolean negative = text.charAt(i) == '-';
    if (negative || text.charAt(i) == '+') {
      i++;
    }
    int from = i;
    int value = 0;
    while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      value = 10 * value + (text.charAt(i) - '0');
      if (value > Dimacs.MAX_VARIABLES) {
        return NOT_A_NUMBER;
      }
      i++;
    }
    if (i == from || (i < end && !Character.isWhitespace(text.charAt(i)))) {
      return NOT_A_NUMBER;
    }
    at = i;
    behind = i;
    return negative ? -value : value;
  }

  private void take(int literal, int start) {
    if (!open) {
      begin(' ');
    }
    if (literal == 0) {
      anyZero = true;
      close();
      return;
    }
    int variable = Math.abs(literal);
    if (variable > variables && variables >= 0 && beyond == null) {
      beyond = source.span(start, at);
    }
    largest = Math.max(largest, variable);
    if (size == pending.length) {
      pending = Arrays.copyOf(pending, 2 * size);
    }
    pending[size++] = literal;
  }

  private void close() {
    add(Arrays.copyOf(pending, size));
    open = false;
  }

  private void add(int[] literals) {
    constraints.add(
        switch (kind) {
          case 'x' -> Xor.of(literals);
          case 'k' -> Cardinality.of(relation, bound, literals);
          default -> Clause.of(literals);
        });
  }

  private Parsed<Cnf> finish() {
    if (open && !diagnostics.hasErrors()) {
      unclosed();
    }
    int n = Math.max(variables, largest);
    String right = "p cnf " + n + " " + constraints.size();
    if (variables < 0 && !diagnostics.hasErrors()) {
      String message = "there is no header p cnf VARIABLES CLAUSES";
      diagnostics.add(
          constraints.isEmpty()
              ? Diagnostic.error(DimacsCode.NO_HEADER, header, message)
              : Diagnostic.warning(DimacsCode.NO_HEADER, header, message)
                  .withFix(Fix.applied("insert " + right, new Edit(header, right + "\n"))));
    } else if (!diagnostics.hasErrors()) {
      Fix fix = Fix.applied("write " + right, new Edit(header, right));
      boolean wrongCount = announced != constraints.size();
      if (wrongCount) {
        diagnostics.add(
            Diagnostic.warning(
                    DimacsCode.WRONG_COUNT,
                    header,
                    "the header says "
                        + announced
                        + " constraints, but there are "
                        + constraints.size())
                .withFix(fix));
      }
      if (beyond != null) {
        Diagnostic diagnostic =
            Diagnostic.warning(
                DimacsCode.BEYOND_HEADER,
                beyond,
                "the header says " + variables + " variables, but the largest is " + largest);
        diagnostics.add(wrongCount ? diagnostic : diagnostic.withFix(fix));
      }
    }
    return diagnostics.parsed(
        source, diagnostics.hasErrors() ? Optional.empty() : Optional.of(new Cnf(n, constraints)));
  }

  /** The last constraint lacks its 0, or all do, and each has a line of its own. */
  private void unclosed() {
    int last = behind;
    if (anyZero || lines < 2) {
      Span place = source.span(last, last);
      diagnostics.add(
          Diagnostic.warning(
                  DimacsCode.MISSING_ZERO, place, "the last constraint does not end in 0")
              .withFix(Fix.applied("insert 0", new Edit(place, " 0"))));
      close();
    } else if (kind == ' ' && (announced < 0 || announced == lines)) {
      diagnostics.add(
          Diagnostic.warning(
              DimacsCode.MISSING_ZERO,
              source.span(last, last),
              "no clause ends in 0; each line is read as one"));
      int from = 0;
      for (int i = 0; i < lines; i++) {
        add(Arrays.copyOfRange(pending, from, lineSizes[i]));
        from = lineSizes[i];
      }
    } else {
      error(
          DimacsCode.MISSING_ZERO,
          last,
          last,
          "no constraint ends in 0, and the lines are not as many as the header says");
    }
  }

  private void error(DimacsCode code, int start, int stop, String message) {
    diagnostics.add(Diagnostic.error(code, source.span(start, stop), message));
  }
}
