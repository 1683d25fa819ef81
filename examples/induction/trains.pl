eastbound(train0).
has_car(train0, car0_1).
car_num(car0_1, 1).
car_color(car0_1, red).
car_len(car0_1, short).
has_car(train0, car0_2).
car_num(car0_2, 2).
car_color(car0_2, blue).
car_len(car0_2, long).

eastbound(train1).
has_car(train1, car1_1).
car_num(car1_1, 1).
car_color(car1_1, green).
car_len(car1_1, long).
has_car(train1, car1_2).
car_num(car1_2, 2).
car_color(car1_2, red).
car_len(car1_2, short).
has_car(train1, car1_3).
car_num(car1_3, 3).
car_color(car1_3, white).
car_len(car1_3, short).

eastbound(train2).
has_car(train2, car2_1).
car_num(car2_1, 1).
car_color(car2_1, red).
car_len(car2_1, short).

westbound(train3).
has_car(train3, car3_1).
car_num(car3_1, 1).
car_color(car3_1, red).
car_len(car3_1, long).
has_car(train3, car3_2).
car_num(car3_2, 2).
car_color(car3_2, blue).
car_len(car3_2, short).

westbound(train4).
has_car(train4, car4_1).
car_num(car4_1, 1).
car_color(car4_1, green).
car_len(car4_1, short).
has_car(train4, car4_2).
car_num(car4_2, 2).
car_color(car4_2, white).
car_len(car4_2, long).

westbound(train5).
has_car(train5, car5_1).
car_num(car5_1, 1).
car_color(car5_1, blue).
car_len(car5_1, short).
has_car(train5, car5_2).
car_num(car5_2, 2).
car_color(car5_2, red).
car_len(car5_2, long).
has_car(train5, car5_3).
car_num(car5_3, 3).
car_color(car5_3, green).
car_len(car5_3, long).
