package io.sheaf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the exported packages of `info` promise their users.
class InformationUnitsTest {
  /// A method, and what its documentation says first about what it returns.
  private static final Pattern RETURNED =
      Pattern.compile(
          "@return (nats|bits)\\b.*\\n(?:\\s*(?:///.*|@\\w+)\\n)*\\s*(?:\\w+ )*[\\w\\[\\]]+ (\\w+)\\(");

  private static List<Path> exported() throws IOException {
    return Sources.java().stream()
        .filter(file -> file.toString().contains("info/src/main/java/io/sheaf/info/"))
        .filter(file -> !file.toString().contains("/internal/"))
        .toList();
  }

  @Test
  void whatReturnsAnInformationNamesItsUnitAndItsFileASource() throws IOException {
    int seen = 0;
    for (Path file : exported()) {
      String text = Files.readString(file);
      for (MatchResult method : RETURNED.matcher(text).results().toList()) {
        seen++;
        assertThat(method.group(2).toLowerCase(Locale.ROOT))
            .as("%s in %s", method.group(2), file)
            .contains(method.group(1));
        assertThat(text).as(file.toString()).contains("https://doi.org/");
      }
    }
    assertThat(seen).isGreaterThan(16);
  }

  /// What has more is a record. Three of old have five.
  @Test
  void exportedMethodsHaveFourParametersAtMost() {
    List<JavaMethod> methods =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.sheaf.info", "io.sheaf.info.series")
                .stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getMethods)
                .flatMap(Collection::stream)
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    assertThat(methods).hasSizeGreaterThan(150);
    assertThat(methods)
        .filteredOn(method -> method.getRawParameterTypes().size() > 4)
        .extracting(method -> method.getOwner().getSimpleName() + "." + method.getName())
        .isSubsetOf(
            "Samples.conditionalTransfer",
            "DiscreteInformation.conditionalTransferEntropyBits",
            "OrdinalPatterns.of");
  }
}
