package io.sheaf.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/// Writes the options that Spark wants a Java machine to have. Not for people: the launcher runs it
/// when it has assembled `lib-spark/`.
final class JavaOptions {
  private static final Pattern OPENED = Pattern.compile("--add-opens=([^/]+)/([^=]+)=.*");

  private JavaOptions() {}

  /// Writes a file for `java @FILE`.
  ///
  /// @param args the file
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), ofThisJava());
  }

  static List<String> ofThisJava() {
    return Stream.of(JavaModuleOptions.defaultModuleOptionArray())
        .filter(JavaOptions::isOfUse)
        .toList();
  }

  /// Java warns of the incubator, which nothing here uses, and of packages that it has no more.
  private static boolean isOfUse(String option) {
    if (option.equals("--add-modules=jdk.incubator.vector")) {
      return false;
    }
    Matcher opened = OPENED.matcher(option);
    return !opened.matches()
        || ModuleLayer.boot()
            .findModule(opened.group(1))
            .filter(module -> module.getPackages().contains(opened.group(2)))
            .isPresent();
  }
}
