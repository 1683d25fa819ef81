package org.ponens.generators.planning.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.ponens.generators.planning.world.World;
import org.ponens.grammar.pddl.TypedName;

/** The phrases of a world under its own names, from a file beside its domain. Immutable. */
final class Lexicon implements Phrases {

  private final String world;
  private final Properties phrases = new Properties();

  private Lexicon(String world) {
    this.world = world;
    String file = world + ".properties";
    try (InputStream in = World.class.getResourceAsStream(World.FOLDER + file)) {
      if (in == null) {
        throw new AssertionError("the resource " + file + " is missing");
      }
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static Lexicon of(World world) {
    return new Lexicon(world.label());
  }

  private String phrase(String key) {
    String phrase = phrases.getProperty(key);
    if (phrase == null) {
      throw new AssertionError("the world " + world + " has no phrase for " + key);
    }
    return phrase;
  }

  private static String filled(String phrase, List<String> arguments) {
    StringBuilder out = new StringBuilder(phrase.length() + 16);
    for (int i = 0; i < phrase.length(); i++) {
      if (phrase.charAt(i) == '{') {
        out.append(arguments.get(phrase.charAt(i + 1) - '0'));
        i += 2;
      } else {
        out.append(phrase.charAt(i));
      }
    }
    return out.toString();
  }

  @Override
  public String introduction() {
    return phrase("intro");
  }

  @Override
  public String objects(TypedName type, List<String> names) {
    return phrase("type." + type.name()) + ": " + String.join(", ", names) + ".";
  }

  @Override
  public String subtype(TypedName type) {
    String wider = phrase("type." + type.type()).toLowerCase(Locale.ROOT);
    return phrase("type." + type.name()) + " are " + wider + ", too.";
  }

  @Override
  public String fact(String predicate, List<String> arguments) {
    return filled(phrase("fact." + predicate), arguments);
  }

  @Override
  public String action(String action, List<TypedName> parameters, List<String> arguments) {
    return filled(phrase("action." + action), arguments);
  }
}
