package io.sheaf.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairsTest {
  @TempDir private Path folder;

  @Test
  void namesAVocabularyThatIsNoJson() throws IOException {
    Path vocabulary = Files.writeString(folder.resolve("vocab.json"), "{\"<s>\": ");
    Path merges = Files.writeString(folder.resolve("merges.txt"), "");
    assertThatThrownBy(() -> new BytePairs(vocabulary, merges))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(vocabulary.toString());
  }

  /// Merges worked out by hand: "low" is l o w → lo w → low; "lower" low e r → low er → lower.
  @Test
  void joinsPairsInTheOrderInWhichTheyWereLearnt() throws IOException {
    Path merges =
        Files.writeString(
            folder.resolve("merges.txt"), "#version: 0.2\nl o\nlo w\ne r\nlow er\nĠ low\n");
    Path vocabulary =
        Files.writeString(
            folder.resolve("vocab.json"),
            """
            {"<s>":0,"</s>":1,"<unk>":2,"<mask>":3,"l":4,"o":5,"w":6,"e":7,"r":8,"Ġ":9,
             "lo":10,"low":11,"er":12,"lower":13,"Ġlow":14,"Ã":15,"©":16,"!":17}
            """);
    BytePairs pieces = new BytePairs(vocabulary, merges);
    assertThat(pieces.numbers("lower low")).containsExactly(13, 14);
    assertThat(pieces.numbers("wol")).containsExactly(6, 5, 4);
    // é is the bytes C3 A9, which stand for themselves.
    assertThat(pieces.numbers("é!")).containsExactly(15, 16, 17);
    assertThat(pieces.numbers("low er")).containsExactly(11, 9, 12);
    assertThat(pieces.numbers("x")).containsExactly(2);
    assertThat(pieces.word(14, false)).isEqualTo("low");
    assertThat(pieces.word(14, true)).isEmpty();
    assertThat(pieces.word(11, true)).isEqualTo("low");
    assertThat(pieces.word(17, true)).isEmpty();
    assertThat(pieces.masked("lower ", " low", 100)).containsExactly(0, 13, 3, 14, 1);
    assertThat(pieces.masked("low low low", " low low", 5)).containsExactly(0, 14, 3, 14, 1);
  }
}
