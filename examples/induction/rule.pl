% A train goes east if one of its cars is red.
eastbound(T) :- has_car(T, C), car_color(C, red).
