package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.fol.antlr.FolParser.ApplicationContext;
import org.ponens.grammar.fol.antlr.FolParser.CollectionContext;
import org.ponens.grammar.fol.antlr.FolParser.ConjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.DisjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.FormulaContext;
import org.ponens.grammar.fol.antlr.FolParser.GroupContext;
import org.ponens.grammar.fol.antlr.FolParser.LiteralContext;
import org.ponens.grammar.fol.antlr.FolParser.OmissionContext;
import org.ponens.grammar.fol.antlr.FolParser.OperandContext;
import org.ponens.grammar.fol.antlr.FolParser.QuantifierContext;
import org.ponens.grammar.fol.antlr.FolParser.ScopeContext;
import org.ponens.grammar.fol.antlr.FolParser.TruthContext;

/**
 * Makes terms of a parse tree. A formula in the place of a term is lifted out: the atom around it
 * is put under its quantifier, or copied for each part of its connective.
 */
final class TermBuilder {

  /** An atom whose arguments are joined by connectives becomes no more atoms than this. */
  private static final int MOST_ATOMS = 64;

  /** What is to be put round an atom for an argument that is a formula. */
  private sealed interface Lift {
    record Restricted(boolean universal, String name, Term.Variable place, Formula restriction)
        implements Lift {}

    record Joined(boolean conjunction, Term.Variable place, List<Term> terms) implements Lift {}
  }

  /** Makes an atom or comparison. */
  @FunctionalInterface
  interface Made {
    Formula make();
  }

  private final FormulaBuilder formulas;
  private final Findings findings;
  private List<Lift> lifts = new ArrayList<>();
  private int atoms = 1;
  private int places;

  TermBuilder(FormulaBuilder formulas, Findings findings) {
    this.formulas = formulas;
    this.findings = findings;
  }

  /** An atom or comparison with what its arguments lift out put round it. */
  Formula lifted(Made atom) {
    List<Lift> outer = lifts;
    int outerAtoms = atoms;
    lifts = new ArrayList<>();
    atoms = 1;
    Formula result = atom.make();
    List<Lift> own = lifts;
    lifts = outer;
    atoms = outerAtoms;
    for (Lift lift : own.reversed()) {
      result =
          switch (lift) {
            case Lift.Joined(var conjunction, var place, var terms) -> {
              List<Formula> copies = new ArrayList<>();
              for (Term term : terms) {
                copies.add(Replacement.of(result, place.name(), term));
              }
              yield Shapes.joined(copies, conjunction);
            }
            case Lift.Restricted restricted -> restricted(restricted, result);
          };
    }
    return result;
  }

  private Formula restricted(Lift.Restricted lift, Formula atom) {
    boolean taken = Formulas.freeVariables(atom).contains(lift.name());
    Term.Variable variable = Term.variable(taken ? formulas.fresh(lift.name()) : lift.name());
    Formula restriction = Replacement.of(lift.restriction(), lift.name(), variable);
    Formula body = Replacement.of(atom, lift.place().name(), variable);
    if (lift.universal()) {
      return new Formula.ForAll(variable, new Formula.Implies(restriction, body));
    }
    List<Formula> both = new ArrayList<>();
    if (restriction instanceof Formula.And(var operands)) {
      both.addAll(operands);
    } else {
      both.add(restriction);
    }
    both.add(body);
    return new Formula.Exists(variable, new Formula.And(both));
  }

  /** A place for a term that comes later; its name is none that a text can hold. */
  private Term.Variable place() {
    return Term.variable("\0" + places++);
  }

  Optional<Term> term(FormulaContext context) {
    OperandContext operand = Shapes.onlyOperand(context);
    if (operand instanceof OmissionContext omission) {
      formulas.omittedTerm(omission);
      return Optional.empty();
    }
    return Optional.of(operand != null ? term(operand) : liftedTerm(context));
  }

  Term term(OperandContext context) {
    return switch (context) {
      case GroupContext group -> term(group.formula()).orElse(Term.constant(""));
      case ApplicationContext application -> application(application);
      case CollectionContext collection -> collection(collection);
      case TruthContext truth -> Term.constant(truth.getText());
      case ScopeContext scope -> liftedTerm(scope.formula());
      default -> {
        formulas.fail(FolCode.SYNTAX, context, "expected a term");
        yield Term.constant("");
      }
    };
  }

  private Term application(ApplicationContext context) {
    Token name = context.symbol().getStart();
    if (context.arguments() == null) {
      return variableOrConstant(name);
    }
    formulas.phrase(name, FormulaBuilder.MOST_WORDS_OF_PREDICATE);
    List<FormulaContext> arguments = context.arguments().formula();
    formulas.use(name, arguments.size(), SymbolUse.Kind.FUNCTION);
    List<Term> terms = new ArrayList<>(arguments.size());
    for (FormulaContext argument : arguments) {
      term(argument).ifPresent(terms::add);
    }
    return new Term.Application(name.getText(), terms);
  }

  Term variableOrConstant(Token token) {
    String name = token.getText();
    if (token.getType() == FolParser.NAME) {
      Optional<Term.Variable> variable = formulas.variable(token);
      if (variable.isPresent()) {
        return variable.get();
      }
      hyphenatedVariable(token);
    }
    formulas.phrase(token, FormulaBuilder.MOST_WORDS);
    formulas.use(token, 0, SymbolUse.Kind.CONSTANT);
    return Term.constant(name);
  }

  /** {@code x-1} and {@code x-y} are names like {@code l-2021}, but may be meant as differences. */
  private void hyphenatedVariable(Token token) {
    int hyphen = token.getText().indexOf('-');
    if (hyphen > 0 && formulas.isBoundSomewhere(token.getText().substring(0, hyphen))) {
      findings.warning(
          FolCode.HYPHENATED_VARIABLE,
          Tokens.start(token),
          Tokens.end(token),
          "'"
              + token.getText()
              + "' is read as one name, not as a difference; first-order logic has no arithmetic");
    }
  }

  private Term collection(CollectionContext context) {
    boolean set = context.getStart().getType() == FolParser.LBRACE;
    findings.warning(
        FolCode.COLLECTION_AS_TERM,
        Tokens.start(context.getStart()),
        Tokens.end(context.getStop()),
        "a "
            + (set ? "set" : "list")
            + " is read as a term of which nothing is known, not even its members");
    List<Term> members = new ArrayList<>();
    for (FormulaContext member : context.formula()) {
      term(member).ifPresent(members::add);
    }
    return new Term.Application(set ? "set" : "list", members);
  }

  /** A formula in the place of a term. */
  private Term liftedTerm(FormulaContext context) {
    ParseTree node = context;
    while (node.getChildCount() == 1) {
      node = node.getChild(0);
    }
    switch (node) {
      case ConjunctionContext conjunction -> {
        return join(conjunction, conjunction.literal(), true);
      }
      case DisjunctionContext disjunction -> {
        boolean exclusive = !disjunction.XOR().isEmpty();
        if (!exclusive) {
          return join(disjunction, disjunction.conjunction(), false);
        }
      }
      case LiteralContext literal -> {
        if (literal.getChildCount() == 2
            && literal.getChild(0) instanceof QuantifierContext quantifier
            && quantifier.VARIABLE().size() == 1
            && quantifier.symbol() == null) {
          return restrict(literal, quantifier);
        }
      }
      default -> {}
    }
    formulas.fail(
        FolCode.FORMULA_AS_ARGUMENT,
        context,
        "a formula stands where a term is expected: write it outside of the atom");
    return Term.constant("");
  }

  private Term join(
      ParserRuleContext context, List<? extends ParseTree> parts, boolean conjunction) {
    atoms *= parts.size();
    if (atoms > MOST_ATOMS) {
      formulas.fail(FolCode.FORMULA_AS_ARGUMENT, context, "too many connectives within arguments");
      return Term.constant("");
    }
    List<Term> terms = new ArrayList<>();
    for (ParseTree part : parts) {
      ParseTree node = part;
      while (node.getChildCount() == 1 && !(node instanceof OperandContext)) {
        node = node.getChild(0);
      }
      if (!(node instanceof OperandContext operand) || !Shapes.isTerm(operand)) {
        formulas.fail(
            FolCode.FORMULA_AS_ARGUMENT,
            context,
            "a formula stands where a term is expected: write it outside of the atom");
        return Term.constant("");
      }
      terms.add(term(operand));
    }
    findings.warning(
        FolCode.FORMULA_AS_ARGUMENT,
        Tokens.start(context.getStart()),
        Tokens.end(context.getStop()),
        "a connective stands between arguments; read as between atoms, one for each argument");
    Term.Variable place = place();
    lifts.add(new Lift.Joined(conjunction, place, terms));
    return place;
  }

  private Term restrict(LiteralContext literal, QuantifierContext quantifier) {
    int type = quantifier.getStart().getType();
    Token variable = Shapes.variables(quantifier).getFirst();
    if (type != FolParser.EXISTS && type != FolParser.FORALL) {
      formulas.fail(
          FolCode.FORMULA_AS_ARGUMENT, literal, "a formula stands where a term is expected");
      return Term.constant("");
    }
    List<FormulaBuilder.Binding> bindings = formulas.bind(quantifier);
    Formula restriction = formulas.present(formulas.relation(literal.relation()));
    formulas.unbind(variable, bindings.getFirst());
    boolean universal = type == FolParser.FORALL;
    findings.warning(
        FolCode.FORMULA_AS_ARGUMENT,
        Tokens.start(literal.getStart()),
        Tokens.end(literal.getStop()),
        "a quantified formula stands where a term is expected; read as if '"
            + quantifier.getStart().getText()
            + variable.getText()
            + "' stood before the atom around it");
    Term.Variable place = place();
    lifts.add(new Lift.Restricted(universal, variable.getText(), place, restriction));
    return place;
  }
}
