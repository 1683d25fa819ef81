package org.ponens.grammar.fol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.ponens.grammar.fol.antlr.FolParser;

/** Bounds the parser's stack and the depth of the tree before there is either. Linear. */
final class DepthCheck {

  /** The depth of trees that the reader gives, at most. */
  static final int MAX_TREE = 1_000;

  /** How many brackets and undelimited quantifiers nest at most. */
  static final int MAX_NESTING = 300;

  private DepthCheck() {}

  /** The first token that stands too deep, if there is one. */
  static Optional<CommonToken> check(List<CommonToken> tokens) {
    int[] chains = new int[MAX_NESTING + 2];
    int level = 0;
    int depth = 0;
    int prefixes = 0;
    for (CommonToken token : tokens) {
      if (Tokens.isOpener(token) || token.getType() == FolParser.SCOPE) {
        if (++level > MAX_NESTING) {
          return Optional.of(token);
        }
        chains[level] = prefixes + 1;
        depth += prefixes + 1;
        prefixes = 0;
      } else if (Tokens.isCloser(token) || token.getType() == FolParser.END_SCOPE) {
        depth -= chains[level];
        chains[level] = 0;
        level = Math.max(0, level - 1);
        prefixes = 0;
      } else {
        switch (token.getType()) {
          case FolParser.NOT, FolParser.VARIABLE -> prefixes++;
          case FolParser.IMPLIES, FolParser.IMPLIED_BY, FolParser.IFF, FolParser.XOR -> {
            prefixes = 0;
            chains[level]++;
            depth++;
          }
          case FolParser.FORALL, FolParser.EXISTS, FolParser.NONE, FolParser.UNIQUE -> {}
          case FolParser.COMMA -> {
            // A chain ends with its argument.
            prefixes = 0;
          }
          default -> prefixes = 0;
        }
      }
      if (depth + prefixes > MAX_TREE) {
        return Optional.of(token);
      }
    }
    Arrays.fill(chains, 0);
    return Optional.empty();
  }
}
