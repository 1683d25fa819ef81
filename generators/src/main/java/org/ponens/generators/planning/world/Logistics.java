package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;

/** Packages, cities with an airport each, trucks and airplanes. */
final class Logistics implements Scenery {

  private static final int MOST_CITIES = 4;

  @Override
  public Scene scene(int size, boolean sound, ItemRandom random) {
    SceneBuilder scene = new SceneBuilder(random);
    int cityCount = random.between(1, Math.min(MOST_CITIES, 1 + (size + 1) / 2));
    List<String> cities = scene.objects("city", "c", cityCount);
    List<String> airports = scene.objects("airport", "a", cityCount);
    List<String> places = new ArrayList<>(airports);
    List<List<String>> byCity = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    int[] counts = new int[cityCount];
    int total = 0;
    for (int i = 0; i < cityCount; i++) {
      counts[i] = random.between(1, cityCount == 1 ? 3 : 2);
      total += counts[i];
    }
    rest.addAll(scene.objects("place", "l", total));
    int next = 0;
    for (int i = 0; i < cityCount; i++) {
      List<String> own = new ArrayList<>(rest.subList(next, next + counts[i]));
      next += counts[i];
      own.add(airports.get(i));
      for (String place : own) {
        scene.holds("in-city", place, cities.get(i));
      }
      byCity.add(own);
    }
    places.addAll(rest);
    int planes = cityCount == 1 ? 0 : random.between(1, cityCount > 2 ? 2 : 1);
    boolean[] truckless = new boolean[cityCount];
    if (!sound) {
      // Any of the vehicles may be missing.
      for (int i = 0; i < cityCount; i++) {
        truckless[i] = random.chance(0.3);
      }
      planes = random.chance(0.25) ? 0 : planes;
    }
    List<String> trucks = scene.objects("truck", "t", cityCount - count(truckless));
    int truck = 0;
    for (int i = 0; i < cityCount; i++) {
      if (!truckless[i]) {
        scene.holds("parked-at", trucks.get(truck++), random.pick(byCity.get(i)));
      }
    }
    for (String plane : scene.objects("airplane", "f", planes)) {
      scene.holds("parked-at", plane, random.pick(airports));
    }
    for (String item : scene.objects("package", "p", size)) {
      scene.holds("lies-at", item, random.pick(places));
    }
    return scene.build();
  }

  private static int count(boolean[] values) {
    int count = 0;
    for (boolean value : values) {
      count += value ? 1 : 0;
    }
    return count;
  }

  @Override
  public List<Fact> goal(Scene scene, ItemRandom random) {
    List<String> places = new ArrayList<>(scene.names("place"));
    places.addAll(scene.names("airport"));
    return Transport.goal(scene, scene.names("package"), "lies-at", places, random);
  }
}
