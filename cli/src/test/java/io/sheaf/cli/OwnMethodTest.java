package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows `docs/how-to/own-method.md` to the letter, but for where jars are.
class OwnMethodTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path folder;

  @Test
  void aJarAddsTheMethodOfTheDocument() throws IOException, InterruptedException {
    String page = Files.readString(Path.of("../docs/how-to/own-method.md"));
    Path source = folder.resolve("Echo.java");
    int start = page.indexOf("```java\n") + "```java\n".length();
    Files.writeString(source, page.substring(start, page.indexOf("```", start)));
    Path classes = folder.resolve("echo");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    assertThat(page)
        .contains("javac -cp 'lib/*' -d target/echo Echo.java")
        .contains("echo Echo > target/echo/META-INF/services/io.sheaf.text.method.MethodProvider")
        .contains("jar --create --file lib/echo.jar -C target/echo .");
    tool("javac", "-cp", CLASS_PATH, "-d", classes.toString(), source.toString());
    Files.writeString(services.resolve("io.sheaf.text.method.MethodProvider"), "Echo\n");
    Path jar = folder.resolve("echo.jar");
    tool("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");

    String shown =
        sheaf(
            jar, "augment", "methods", "my_echo", "--text", "I like the old garden", "--seed", "3");
    assertThat(shown).contains("says words twice").contains("{words=2}");
    assertThat(shown).containsPattern("after +I like( like)? the old( old)? garden( garden)?\n");
    sheaf(
        jar,
        "run",
        "augment",
        "--set",
        "input=sample",
        "--set",
        "methods=my_echo",
        "--set",
        "method_args=[my_echo.words=3]",
        "--set",
        "save_format=csv",
        "--out",
        folder.resolve("run").toString());
    assertThat(folder.resolve("run/out/manifest_final.csv"))
        .content()
        .containsPattern("my_echo,1,[0-9]{3},combo_1_my_echo/dataset.csv,ok");
  }

  private static void tool(String name, String... arguments) {
    ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    assertThat(tool.run(out, out, arguments)).isZero();
  }

  private String sheaf(Path jar, String... words) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-cp",
                CLASS_PATH + File.pathSeparator + jar,
                "io.sheaf.cli.Sheaf"));
    command.addAll(List.of(words));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int code = process.waitFor();
    String said = Files.readString(out);
    assertThat(code).as(said).isZero();
    return said;
  }
}
