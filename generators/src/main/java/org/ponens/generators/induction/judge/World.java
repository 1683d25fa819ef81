package org.ponens.generators.induction.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.Asked.Case;
import org.ponens.generators.induction.problem.Facts;
import org.ponens.generators.induction.problem.ObjectNames;
import org.ponens.generators.induction.schema.Attribute;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.grammar.prolog.Signature;
import org.ponens.grammar.prolog.Vocabulary;
import org.ponens.solvers.prolog.Judge;
import org.ponens.solvers.prolog.KnowledgeBase;

/**
 * What a program is judged in: the facts about all cases, without their labels.
 *
 * @param judge its examples are the cases shown and then the hidden ones
 */
record World(Vocabulary vocabulary, Judge judge) {

  static World of(Asked asked) {
    Schema schema = asked.schema();
    Set<Signature> predicates = new LinkedHashSet<>();
    schema.predicates().forEach(predicate -> predicates.add(predicate.signature()));
    KnowledgeBase.Builder base = new KnowledgeBase.Builder(predicates);
    FactTaker taker = new FactTaker(base);
    ObjectNames names = new ObjectNames(schema);
    List<String> examples = new ArrayList<>();
    List<Case> cases = new ArrayList<>(asked.shown());
    cases.addAll(asked.hidden());
    for (int i = 0; i < cases.size(); i++) {
      examples.add(names.example(i));
      Facts.of(cases.get(i).example(), i, taker);
    }
    Vocabulary vocabulary = schema.vocabulary(taker.objects);
    return new World(vocabulary, Judge.of(base.build(), vocabulary.target().signature(), examples));
  }

  private static final class FactTaker implements Facts.Taker {
    private final KnowledgeBase.Builder base;
    private final Set<String> objects = new HashSet<>();

    FactTaker(KnowledgeBase.Builder base) {
      this.base = base;
    }

    private long object(String name) {
      objects.add(name);
      return base.object(name);
    }

    @Override
    public void part(String predicate, String example, String part) {
      base.fact(new Signature(predicate, 2), object(example), object(part));
    }

    @Override
    public void value(Attribute attribute, String owner, int value) {
      base.fact(
          Facts.signature(attribute),
          object(owner),
          attribute.isNumeric()
              ? base.number(attribute.number(value))
              : base.name(attribute.values().get(value)));
    }

    @Override
    public void link(String predicate, String from, String to, String kind) {
      if (kind.isEmpty()) {
        base.fact(new Signature(predicate, 2), object(from), object(to));
      } else {
        base.fact(new Signature(predicate, 3), object(from), object(to), base.name(kind));
      }
    }
  }
}
