; Packages that trucks carry within cities and airplanes between them.
(define (domain logistics)
  (:requirements :strips :typing :negative-preconditions :equality)
  (:types
    package vehicle place city - object
    truck airplane - vehicle
    airport - place)
  (:predicates
    (lies-at ?p - package ?l - place)
    (loaded-in ?p - package ?v - vehicle)
    (parked-at ?v - vehicle ?l - place)
    (in-city ?l - place ?c - city))
  (:action load
    :parameters (?p - package ?v - vehicle ?l - place)
    :precondition (and (lies-at ?p ?l) (parked-at ?v ?l))
    :effect (and (loaded-in ?p ?v) (not (lies-at ?p ?l))))
  (:action unload
    :parameters (?p - package ?v - vehicle ?l - place)
    :precondition (and (loaded-in ?p ?v) (parked-at ?v ?l))
    :effect (and (lies-at ?p ?l) (not (loaded-in ?p ?v))))
  (:action drive
    :parameters (?t - truck ?from ?to - place ?c - city)
    :precondition (and (parked-at ?t ?from) (in-city ?from ?c) (in-city ?to ?c) (not (= ?from ?to)))
    :effect (and (parked-at ?t ?to) (not (parked-at ?t ?from))))
  (:action fly
    :parameters (?a - airplane ?from ?to - airport)
    :precondition (and (parked-at ?a ?from) (not (= ?from ?to)))
    :effect (and (parked-at ?a ?to) (not (parked-at ?a ?from)))))
