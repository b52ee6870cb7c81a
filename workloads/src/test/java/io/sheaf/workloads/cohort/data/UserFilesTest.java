package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
  @TempDir Path root;

  @Test
  void findsBothFormsInOrderOfTheIds() throws IOException {
    touch("B.features_labels.csv");
    touch("A.features_labels.csv.gz");
    touch("AB.features_labels.csv");
    touch("truth.csv");
    touch("._A.features_labels.csv");
    touch("A.features_labels.csv.bak");
    assertThat(UserFiles.discover(root))
        .containsExactly(
            new UserFile("A", root.resolve("A.features_labels.csv.gz")),
            new UserFile("AB", root.resolve("AB.features_labels.csv")),
            new UserFile("B", root.resolve("B.features_labels.csv")));
  }

  @Test
  void refusesTwoFormsOfOneUser() throws IOException {
    touch("A.features_labels.csv");
    touch("A.features_labels.csv.gz");
    assertThatThrownBy(() -> UserFiles.discover(root))
        .isInstanceOf(InputException.class)
        .hasMessage(
            root
                + ": user `A` has two files, A.features_labels.csv and A.features_labels.csv.gz;"
                + " remove one");
  }

  @Test
  void saysWhatItLookedForInAnEmptyDirectory() {
    assertThatThrownBy(() -> UserFiles.discover(root))
        .isInstanceOf(InputException.class)
        .hasMessage(
            root + ": no user files, looked for *.features_labels.csv or *.features_labels.csv.gz");
  }

  @Test
  void refusesWhatIsNoDirectory() throws IOException {
    touch("file");
    assertThatThrownBy(() -> UserFiles.discover(root.resolve("file")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file: not a directory, expected one that holds *.features");
    assertThatThrownBy(() -> UserFiles.discover(root.resolve("nothing")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing: no such directory, expected one that holds *.features");
  }

  @Test
  void aUserHasAName() {
    assertThatThrownBy(() -> new UserFile("", root)).hasMessageContaining("id is empty");
  }

  private void touch(String name) throws IOException {
    Files.createFile(root.resolve(name));
  }
}
