; Robots that carry balls through doors between rooms, one ball in each gripper.
(define (domain gripper)
  (:requirements :strips :typing)
  (:types robot gripper room ball)
  (:predicates
    (robot-in ?r - robot ?x - room)
    (ball-in ?b - ball ?x - room)
    (part-of ?g - gripper ?r - robot)
    (door ?x ?y - room)
    (empty ?g - gripper)
    (holds ?g - gripper ?b - ball))
  (:action move
    :parameters (?r - robot ?x ?y - room)
    :precondition (and (robot-in ?r ?x) (door ?x ?y))
    :effect (and (robot-in ?r ?y) (not (robot-in ?r ?x))))
  (:action grasp
    :parameters (?r - robot ?g - gripper ?b - ball ?x - room)
    :precondition (and (part-of ?g ?r) (robot-in ?r ?x) (ball-in ?b ?x) (empty ?g))
    :effect (and (holds ?g ?b) (not (ball-in ?b ?x)) (not (empty ?g))))
  (:action release
    :parameters (?r - robot ?g - gripper ?b - ball ?x - room)
    :precondition (and (part-of ?g ?r) (robot-in ?r ?x) (holds ?g ?b))
    :effect (and (ball-in ?b ?x) (empty ?g) (not (holds ?g ?b)))))
