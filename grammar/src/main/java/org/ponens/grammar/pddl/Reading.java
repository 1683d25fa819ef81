package org.ponens.grammar.pddl;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;
import org.ponens.grammar.pddl.antlr.PddlTokens;

/** One text being read: where its forms stand, and what is said about them. */
record Reading(Source source, Diagnostics diagnostics) {

  Place place(Form form) {
    return Place.of(source, form.start(), form.end());
  }

  Span span(Form form) {
    return source.span(form.start(), form.end());
  }

  /** The text of a form as written, shortened. */
  String text(Form form) {
    String text = source.text().substring(form.start(), form.end()).replaceAll("\\s+", " ");
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  void error(PddlCode code, Form at, String message) {
    diagnostics.add(Diagnostic.error(code, span(at), message));
  }

  /** An error that replacing the form puts right. */
  void error(PddlCode code, Form at, String message, String replacement) {
    String title =
        replacement.isEmpty() ? "delete '" + text(at) + "'" : "write '" + replacement + "'";
    diagnostics.add(
        Diagnostic.error(code, span(at), message)
            .withFix(Fix.suggested(title, new Edit(span(at), replacement))));
  }

  /** The name that a form is, or an error that says what was expected there. */
  Optional<String> name(Form form, String what) {
    if (form instanceof Word word && isName(word)) {
      return Optional.of(word.text());
    }
    error(PddlCode.BAD_NAME, form, "expected " + what + ", found '" + text(form) + "'");
    return Optional.empty();
  }

  static boolean isName(Word word) {
    return word.type() == PddlTokens.NAME
        || (word.type() == PddlTokens.NUMBER && word.text().matches("[0-9]+"));
  }

  static boolean isDash(Form form) {
    return form instanceof Word word && word.type() == PddlTokens.DASH;
  }

  static boolean isKeyword(Form form) {
    return form instanceof Word word && word.type() == PddlTokens.KEYWORD;
  }

  static boolean isVariable(Form form) {
    return form instanceof Word word && word.type() == PddlTokens.VARIABLE;
  }

  static boolean isNumber(Form form) {
    return form instanceof Word word && word.type() == PddlTokens.NUMBER;
  }

  static boolean isGroup(Form form, String head) {
    return form instanceof Group group && group.head().equals(head);
  }
}
