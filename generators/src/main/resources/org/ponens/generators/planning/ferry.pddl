; A ferry that takes cars from port to port, one at a time.
(define (domain ferry)
  (:requirements :strips :typing :negative-preconditions :equality)
  (:types car port)
  (:predicates
    (moored ?x - port)
    (ashore ?c - car ?x - port)
    (aboard ?c - car)
    (deck-free))
  (:action sail
    :parameters (?x ?y - port)
    :precondition (and (moored ?x) (not (= ?x ?y)))
    :effect (and (moored ?y) (not (moored ?x))))
  (:action embark
    :parameters (?c - car ?x - port)
    :precondition (and (moored ?x) (ashore ?c ?x) (deck-free))
    :effect (and (aboard ?c) (not (ashore ?c ?x)) (not (deck-free))))
  (:action land
    :parameters (?c - car ?x - port)
    :precondition (and (moored ?x) (aboard ?c))
    :effect (and (ashore ?c ?x) (deck-free) (not (aboard ?c)))))
