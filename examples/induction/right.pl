eastbound(T) :- has_car(T, C), car_color(C, red), car_len(C, short).
