package org.ponens.generators.sat.prompt;

import java.util.List;

/**
 * What a story is told about: things that are one way or the other, and people who want something
 * of them.
 *
 * @param setting a sentence; {@code {n}} is the number of things
 * @param thing one of them, {@code things} several
 * @param trueWord what a true variable's thing is
 * @param falseWord what a false variable's thing is
 * @param person one who wants something, {@code people} several
 * @param nouns that things are called by, none of them the beginning of another
 */
record World(
    String setting,
    String thing,
    String things,
    String trueWord,
    String falseWord,
    String person,
    String people,
    List<String> nouns) {

  static final List<World> ALL =
      List.of(
          new World(
              "A baker makes {n} kinds of cookies for a party. Each kind can turn out crunchy or"
                  + " soft.",
              "cookie",
              "cookies",
              "crunchy",
              "soft",
              "guest",
              "guests",
              words(
                  "Almond Lemon Walnut Cocoa Vanilla Hazelnut Cinnamon Coconut Apricot Pistachio"
                      + " Raisin Maple Mocha Honey Sesame Toffee")),
          new World(
              "A garden has {n} beds. Each of them is either watered or left dry today.",
              "bed",
              "beds",
              "watered",
              "dry",
              "gardener",
              "gardeners",
              words(
                  "Tulip Dahlia Lupin Peony Aster Crocus Marigold Begonia Larkspur Foxglove Cosmos"
                      + " Zinnia Petunia Bluebell Snowdrop Lavender")),
          new World(
              "An orchestra of {n} instruments rehearses. Each instrument is either loud or"
                  + " quiet.",
              "instrument",
              "instruments",
              "loud",
              "quiet",
              "listener",
              "listeners",
              words(
                  "Violin Cello Flute Oboe Bassoon Trumpet Trombone Tuba Lyre Timpani Piccolo"
                      + " Clarinet Cornet Celesta Marimba Lute")),
          new World(
              "A space station has {n} modules. Each module is either lit or dark during the night"
                  + " shift.",
              "module",
              "modules",
              "lit",
              "dark",
              "engineer",
              "engineers",
              words(
                  "Airlock Bridge Galley Reactor Antenna Observatory Workshop Infirmary Hangar"
                      + " Greenhouse Archive Turbine Capsule Gymnasium Laboratory Cupola")),
          new World(
              "A region has {n} radio stations. Tonight each station is either live or silent.",
              "station",
              "stations",
              "live",
              "silent",
              "fan",
              "fans",
              words(
                  "Harbour Summit Meadow Canyon Delta Prairie Lagoon Glacier Tundra Orchard Valley"
                      + " Reef Dune Marsh Forest Island")),
          new World(
              "A village hangs up {n} lanterns for a festival. Each lantern is either red or blue.",
              "lantern",
              "lanterns",
              "red",
              "blue",
              "villager",
              "villagers",
              words(
                  "Gate Well Mill Tower Chapel Market Forge Stable Ferry Granary Tavern Quay Barn"
                      + " School Fountain Smithy")),
          new World(
              "A workshop owns {n} robots. At any time each robot is either awake or asleep.",
              "robot",
              "robots",
              "awake",
              "asleep",
              "technician",
              "technicians",
              words(
                  "Bolt Cog Piston Lever Spring Rotor Gear Axle Valve Magnet Sprocket Pulley Crank"
                      + " Ratchet Gasket Flywheel")),
          new World(
              "A small fleet has {n} ships. On the first of May each ship is either docked or"
                  + " sailing.",
              "ship",
              "ships",
              "docked",
              "sailing",
              "captain",
              "captains",
              words(
                  "Albatross Cormorant Heron Kestrel Osprey Pelican Petrel Plover Puffin Sandpiper"
                      + " Skua Tern Gannet Curlew Dunlin Avocet")),
          new World(
              "A reading room keeps {n} rare books. Each book is either borrowed or shelved.",
              "book",
              "books",
              "borrowed",
              "shelved",
              "reader",
              "readers",
              words(
                  "Atlas Almanac Ballad Chronicle Dictionary Epic Fable Grammar Herbal Journal"
                      + " Lexicon Memoir Novel Ode Psalter Saga")));

  static final List<String> ADJECTIVES =
      words(
          "Amber Northern Southern Eastern Western Upper Lower Ancient Little Grand Crimson Ivory"
              + " Emerald Copper Silver Marble Velvet Bronze Hidden Distant");

  static final List<String> GIVEN_NAMES =
      words(
          "Ada Boris Chiara Dmitri Edda Farid Greta Hugo Ingrid Jorge Keiko Lars Mirela Nadia Oskar"
              + " Petra Quentin Rosa Sven Tamar Ulla Viktor Wanda Xenia Yusuf Zelda Amir Bettina"
              + " Cedric Dalia Emil Fatima Gunnar Hilda Ivan Jana Kofi Lena Marek Nora Omar Paula"
              + " Rafael Selma Tomas Ursula Vera Willem");

  static final List<String> FAMILY_NAMES =
      words(
          "Abbot Berger Castro Duval Eklund Ferrari Gruber Hansen Ito Jansen Kovacs Lindqvist Moreau"
              + " Novak Okafor Petrov Quist Rossi Schmidt Takeda Ueda Vargas Weiss Zhang");

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}
