package org.ponens.grammar.cnf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticCode;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;

/**
 * Readers of what language models answer to questions about formulas: each takes the answer in
 * every spelling that can mean only one thing, and says of any other text what is wrong with it.
 * All take time linear in the text. Valuations are sets of the variables that are true, counted
 * from 1; sets of constraints are sets of positions, counted from 0.
 */
public final class CnfAnswers {

  /** The longest answer that is read, in characters. */
  public static final int MAX_LENGTH = 1 << 16;

  private CnfAnswers() {}

  /** An answer to a question for a certificate. */
  public sealed interface ModelOrCore {

    /** Satisfiable, as this valuation shows. */
    record Model(BitSet trueVariables) implements ModelOrCore {}

    /** Unsatisfiable, as these constraints show. */
    record Core(BitSet positions) implements ModelOrCore {}
  }

  /**
   * A step of a refutation.
   *
   * @param number that the answer gives it, from 1 for the first premise
   * @param left the number of a parent
   * @param right the number of the other
   * @param literals of the resolvent
   */
  @SuppressWarnings("ArrayRecordComponent") // copied in and out
  public record Step(OptionalInt number, int left, int right, int[] literals) {
    public Step {
      literals = literals.clone();
    }

    @Override
    public int[] literals() {
      return literals.clone();
    }
  }

  /** Reads yes or no, in the words of satisfiability too. */
  public static Parsed<Boolean> decision(Source source) {
    return read(source, Vocabulary.none(), DecisionReader::read);
  }

  /** Reads a value for each variable. */
  public static Parsed<BitSet> valuation(Source source, int variables, Vocabulary vocabulary) {
    return read(
        source, vocabulary, tokens -> new ValuationReader(tokens, variables, vocabulary).read());
  }

  /**
   * Reads a set of constraints.
   *
   * @param count how many constraints there are
   */
  public static Parsed<BitSet> constraints(Source source, int count, Vocabulary vocabulary) {
    return read(source, vocabulary, tokens -> new ConstraintsReader(tokens, count).read());
  }

  /** Reads a set of literals, each once. */
  public static Parsed<List<Integer>> literals(
      Source source, int variables, Vocabulary vocabulary) {
    return read(
        source,
        vocabulary,
        tokens -> new ValuationReader(tokens, variables, vocabulary).readSome());
  }

  /** Reads a number that is not negative. */
  public static Parsed<BigInteger> count(Source source) {
    return read(source, Vocabulary.none(), CnfAnswers::number);
  }

  /** Reads a verdict on satisfiability with what shows it. */
  public static Parsed<ModelOrCore> certificate(
      Source source, int variables, int count, Vocabulary vocabulary) {
    return read(
        source,
        vocabulary,
        tokens -> {
          DecisionReader.Leading leading = DecisionReader.leading(tokens);
          return leading.satisfiable()
              ? new ModelOrCore.Model(
                  new ValuationReader(leading.rest(), variables, vocabulary).read())
              : new ModelOrCore.Core(new ConstraintsReader(leading.rest(), count).read());
        });
  }

  /** Reads that formulas are equivalent (empty), or a valuation that tells them apart. */
  public static Parsed<Optional<BitSet>> comparison(
      Source source, int variables, Vocabulary vocabulary) {
    return read(
        source,
        vocabulary,
        tokens -> {
          DecisionReader.Compared compared = DecisionReader.compared(tokens);
          return compared.equivalent()
              ? Optional.<BitSet>empty()
              : Optional.of(new ValuationReader(compared.rest(), variables, vocabulary).read());
        });
  }

  /**
   * Reads a refutation, a step on each line.
   *
   * @param count how many premises there are
   */
  public static Parsed<List<Step>> refutation(
      Source source, int variables, int count, Vocabulary vocabulary) {
    return read(
        source, vocabulary, tokens -> new RefutationReader(tokens, variables, vocabulary).read());
  }

  /** What stops a reader, with its place. */
  static final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DiagnosticCode code;
    private final int start;
    private final int end;

    Rejection(DiagnosticCode code, int start, int end, String message) {
      super(message, null, false, false);
      this.code = code;
      this.start = start;
      this.end = end;
    }

    Rejection(DiagnosticCode code, AnswerToken token, String message) {
      this(code, token.start(), token.end(), message);
    }

    /** A rejection of all of these tokens. */
    Rejection(DiagnosticCode code, List<AnswerToken> tokens, String message) {
      this(
          code,
          tokens.isEmpty() ? 0 : tokens.getFirst().start(),
          tokens.isEmpty() ? 0 : tokens.getLast().end(),
          message);
    }
  }

  private static <T> Parsed<T> read(
      Source source, Vocabulary vocabulary, Function<List<AnswerToken>, T> reader) {
    String text = source.text();
    try {
      if (text.length() > MAX_LENGTH) {
        throw new Rejection(
            TextCode.TOO_LONG,
            MAX_LENGTH,
            text.length(),
            "an answer of more than " + MAX_LENGTH + " characters is not read");
      }
      List<AnswerToken> tokens = AnswerScanner.scan(text, vocabulary);
      if (tokens.isEmpty()) {
        throw new Rejection(AnswerCode.NOTHING, 0, text.length(), "the answer is empty");
      }
      return new Parsed<>(source, Optional.of(reader.apply(tokens)), List.of());
    } catch (Rejection rejection) {
      return new Parsed<>(
          source,
          Optional.empty(),
          List.of(
              Diagnostic.error(
                  rejection.code,
                  source.span(rejection.start, rejection.end),
                  String.valueOf(rejection.getMessage()))));
    }
  }

  /** A token as messages show it. */
  static String shown(AnswerToken token) {
    String text = token.text();
    return "'" + (text.length() > 30 ? text.substring(0, 29) + "…" : text) + "'";
  }

  private static final int MOST_DIGITS = 4096;

  private static BigInteger number(List<AnswerToken> tokens) {
    List<AnswerToken> numbers = new ArrayList<>();
    for (AnswerToken token : tokens) {
      switch (token.kind()) {
        case DIGITS -> numbers.add(token);
        case OPEN, CLOSE, LINE_END, SEPARATOR, EQUALS, ARROW -> {}
        case WORD -> {
          if (!NUMBER_WORDS.contains(token.text())) {
            throw new Rejection(
                AnswerCode.STRAY, token, "expected a number alone, found " + shown(token));
          }
        }
        default ->
            throw new Rejection(
                AnswerCode.STRAY, token, "expected a number alone, found " + shown(token));
      }
    }
    if (numbers.isEmpty()) {
      throw new Rejection(AnswerCode.NOTHING, tokens, "expected a number");
    }
    StringBuilder digits = new StringBuilder(numbers.getFirst().text());
    for (int i = 1; i < numbers.size(); i++) {
      AnswerToken group = numbers.get(i);
      AnswerToken before = numbers.get(i - 1);
      // 1,024 is one number.
      boolean thousands =
          group.text().length() == 3
              && numbers.getFirst().text().length() <= 3
              && group.start() == before.end() + 1
              && tokens.get(tokens.indexOf(group) - 1).text().equals(",");
      if (thousands) {
        digits.append(group.text());
      } else if (!group.text().contentEquals(digits)) {
        throw new Rejection(AnswerCode.AMBIGUOUS, group, "expected one number, found another one");
      }
    }
    if (digits.length() > MOST_DIGITS) {
      throw new Rejection(TextCode.TOO_LONG, numbers.getFirst(), "the number is too long");
    }
    return new BigInteger(digits.toString());
  }

  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "models",
          "model",
          "solutions",
          "solution",
          "assignments",
          "assignment",
          "valuations",
          "there",
          "the",
          "number",
          "count",
          "of",
          "total",
          "answer",
          "satisfying",
          "exactly");
}
