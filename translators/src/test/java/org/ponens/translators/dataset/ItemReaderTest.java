package org.ponens.translators.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ponens.translators.Question;

class ItemReaderTest {

  private static final String ITEM =
      "{\"id\": \"q1\", \"context\": \"c\", \"question\": \"q? s.\", \"options\": [\"A) True\", \"B) False\"],"
          + " \"answer\": \"B\", \"raw_logic_programs\": [\"p\"]}";

  @Test
  void next_readsAnArray() throws IOException {
    List<Entry> entries = read(" [" + ITEM + ",\n" + ITEM.replace("q1", "q2") + "]");
    assertThat(entries).hasSize(2);
    Item item = ((Entry.WellFormed) entries.getFirst()).item();
    assertThat(item.id()).isEqualTo("q1");
    assertThat(item.answer()).contains("B");
    assertThat(item.programs()).containsExactly("p");
    assertThat(item.question().options().getLast()).isEqualTo(new Question.Option("B", "False"));
    assertThat(item.question().statement()).contains("s.");
    assertThat(item.question().letterOf("true")).contains("A");
  }

  @Test
  void next_readsLines_andSkipsWhatIsNoItem() throws IOException {
    List<Entry> entries = read(ITEM + "\n\n{broken\n[1]\n" + ITEM + "\n{\"id\": \"x\"}\n");
    assertThat(entries).hasSize(5);
    assertThat(entries.get(1))
        .isInstanceOfSatisfying(Entry.Malformed.class, m -> assertThat(m.line()).isEqualTo(3));
    assertThat(entries.get(2)).isInstanceOf(Entry.Malformed.class);
    assertThat(entries.get(3)).isInstanceOf(Entry.WellFormed.class);
    assertThat(entries.get(4))
        .isInstanceOfSatisfying(
            Entry.Malformed.class, m -> assertThat(m.message()).contains("raw_logic_programs"));
  }

  @Test
  void next_keepsTheItemsBeforeATruncation() throws IOException {
    List<Entry> entries = read("[" + ITEM + "," + ITEM.substring(0, 40));
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst()).isInstanceOf(Entry.WellFormed.class);
    assertThat(entries.getLast()).isInstanceOf(Entry.Malformed.class);
    assertThat(read("[" + ITEM)).hasSize(2);
    assertThat(read("")).isEmpty();
    assertThat(read("[]")).isEmpty();
    assertThat(read("[".repeat(100_000))).hasSize(1);
  }

  private static List<Entry> read(String text) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ItemReader reader = ItemReader.of(new StringReader(text))) {
      for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
        entries.add(next.get());
      }
    }
    return entries;
  }
}
