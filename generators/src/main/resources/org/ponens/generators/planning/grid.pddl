; A robot in a grid of cells, some of which are locked, with keys of several shapes.
(define (domain grid)
  (:requirements :strips :typing)
  (:types cell key shape)
  (:predicates
    (beside ?x ?y - cell)
    (robot-at ?x - cell)
    (key-at ?k - key ?x - cell)
    (carries ?k - key)
    (hand-free)
    (open ?x - cell)
    (locked ?x - cell)
    (key-shape ?k - key ?s - shape)
    (lock-shape ?x - cell ?s - shape))
  (:action go
    :parameters (?x ?y - cell)
    :precondition (and (robot-at ?x) (beside ?x ?y) (open ?y))
    :effect (and (robot-at ?y) (not (robot-at ?x))))
  (:action take
    :parameters (?k - key ?x - cell)
    :precondition (and (robot-at ?x) (key-at ?k ?x) (hand-free))
    :effect (and (carries ?k) (not (key-at ?k ?x)) (not (hand-free))))
  (:action drop
    :parameters (?k - key ?x - cell)
    :precondition (and (robot-at ?x) (carries ?k))
    :effect (and (key-at ?k ?x) (hand-free) (not (carries ?k))))
  (:action unlock
    :parameters (?x ?y - cell ?k - key ?s - shape)
    :precondition
      (and (robot-at ?x) (beside ?x ?y) (locked ?y) (carries ?k) (key-shape ?k ?s) (lock-shape ?y ?s))
    :effect (and (open ?y) (not (locked ?y)))))
