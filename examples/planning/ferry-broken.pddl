(define (domain ferry)
  (:requirements :strips :typing)
  (:types car bank)
  (:predicates (waiting ?c - car ?b - bank) (aboard ?c - car) (moored ?b - bank) (taken))
  (:action board
    :parameters (?c - car ?b - bank)
    :precondition (and (waiting ?c) (moored ?b)
    :effect (and (abord ?c) (taken) (not (waiting ?c ?b)))))
