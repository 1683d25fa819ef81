; Lifts that stop at some floors only, so that people may have to change.
(define (domain elevator)
  (:requirements :strips :typing)
  (:types person lift floor)
  (:predicates
    (over ?x ?y - floor)
    (stops ?l - lift ?x - floor)
    (lift-at ?l - lift ?x - floor)
    (waits ?p - person ?x - floor)
    (inside ?p - person ?l - lift)
    (vacant ?l - lift))
  (:action ascend
    :parameters (?l - lift ?x ?y - floor)
    :precondition (and (lift-at ?l ?x) (over ?y ?x) (stops ?l ?y))
    :effect (and (lift-at ?l ?y) (not (lift-at ?l ?x))))
  (:action descend
    :parameters (?l - lift ?x ?y - floor)
    :precondition (and (lift-at ?l ?x) (over ?x ?y) (stops ?l ?y))
    :effect (and (lift-at ?l ?y) (not (lift-at ?l ?x))))
  (:action enter
    :parameters (?p - person ?l - lift ?x - floor)
    :precondition (and (lift-at ?l ?x) (waits ?p ?x) (vacant ?l))
    :effect (and (inside ?p ?l) (not (waits ?p ?x)) (not (vacant ?l))))
  (:action leave
    :parameters (?p - person ?l - lift ?x - floor)
    :precondition (and (lift-at ?l ?x) (inside ?p ?l))
    :effect (and (waits ?p ?x) (vacant ?l) (not (inside ?p ?l)))))
