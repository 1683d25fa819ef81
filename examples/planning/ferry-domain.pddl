; Cars cross a river on a ferry that takes one at a time.
(define (domain ferry)
  (:requirements :strips :typing :negative-preconditions :equality)
  (:types car bank)
  (:predicates
    (waiting ?c - car ?b - bank)   ; the car stands on this bank
    (aboard ?c - car)
    (moored ?b - bank)             ; the ferry is at this bank
    (taken))                       ; there is a car on the ferry

  (:action board
    :parameters (?c - car ?b - bank)
    :precondition (and (waiting ?c ?b) (moored ?b) (not (taken)))
    :effect (and (aboard ?c) (taken) (not (waiting ?c ?b))))

  (:action leave
    :parameters (?c - car ?b - bank)
    :precondition (and (aboard ?c) (moored ?b))
    :effect (and (waiting ?c ?b) (not (aboard ?c)) (not (taken))))

  (:action cross
    :parameters (?from - bank ?to - bank)
    :precondition (and (moored ?from) (not (= ?from ?to)))
    :effect (and (moored ?to) (not (moored ?from)))))
