package org.ponens.generators.planning.disguise;

import java.util.List;

/** Words that have nothing to do with one another, by what they can be said of. */
final class WordLists {

  /** For predicates without arguments: "there is harmony". */
  static final List<String> CONDITIONS =
      words(
          "harmony thunder silence twilight frost laughter fog peace hunger music rain wonder"
              + " panic dust sunshine mischief gravity doubt");

  /** For predicates of one object: "the drum is brave". */
  static final List<String> QUALITIES =
      words(
          "brave crooked salty purple ancient lazy hollow famous bitter sleepy golden noisy polite"
              + " fragile wild humble dizzy sour gentle rusty jealous narrow cheerful blind");

  /** For predicates of two objects or more: "the drum admires the fox". */
  static final List<String> RELATIONS =
      words(
          "admires craves outshines forgives imitates fears owes trusts mocks resembles envies"
              + " greets pities avoids teases inspires doubts remembers flatters misses praises"
              + " haunts thanks ignores");

  /** For actions. */
  static final List<String> ACTIONS =
      words(
          "attack feast whisper paint measure bless borrow juggle translate polish wrestle"
              + " applaud ferment decorate hypnotize sketch harvest summon interview bake");

  /** For types. */
  static final List<String> KINDS =
      words(
          "wizard teapot comet orchard violin penguin cactus lantern pirate glacier walnut sofa"
              + " dragon pillow tulip engine");

  /** For objects. */
  static final List<String> OBJECTS =
      words(
          "apple anchor banjo basil beetle bell bottle bridge button candle carpet cherry clover"
              + " cobra compass copper coral crow cube daisy desk drum eagle ember fern fiddle flute"
              + " fox garlic ginger globe goose hammer harp hazel helmet honey ink iris ivory jade"
              + " jar kettle kite lemon lily lizard magnet maple marble melon mint mirror moth needle"
              + " nickel oak olive onyx opal orange otter owl paper pearl pebble pepper piano plum"
              + " pony quartz quill rabbit ribbon rose ruby saddle salmon satin seal shell silk slate"
              + " spoon statue storm swan thorn tiger topaz trumpet turtle vase velvet wagon wasp"
              + " willow wolf zebra");

  private WordLists() {}

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}
