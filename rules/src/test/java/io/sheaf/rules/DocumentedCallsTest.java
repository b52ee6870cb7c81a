package io.sheaf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls of `info` in documentation are Java that compiles.
class DocumentedCallsTest {
  /// Code that begins like a call: a constructor, or a name with a dot.
  private static final Pattern CALL = Pattern.compile("`((new [A-Z]|\\w+\\.\\w+\\()[^`]*\\))`");

  private static final String FRAME =
      """
      import io.sheaf.info.*;
      import io.sheaf.info.series.*;
      import java.util.List;
      abstract class Calls {
        double[] x;
        Variable v, w;
        Observations o;
        Estimator estimator;
        DiscreteEstimator discrete;
        Rows rows;
        SurrogateCount count;
        DelayScan.Comparison comparison;
        List<Variable> series;
        List<Lagged> candidates;
        List<NetworkInference.Inputs> all;
        List<Object> calls() {
          return List.of(CALLS);
        }
      }
      """;

  @TempDir private Path directory;

  private static List<String> calls() throws IOException {
    String page = Files.readString(Sources.ROOT.resolve("docs/how-to/from-jidt-idtxl.md"));
    Stream<String> right =
        page.lines().filter(line -> line.startsWith("|")).map(line -> line.split("\\|", -1)[2]);
    return Stream.concat(right, page.lines().filter(line -> !line.startsWith("|")))
        .flatMap(text -> CALL.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private String errors(List<String> calls) {
    String source = FRAME.replace("CALLS", String.join(",\n    ", calls));
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Calls.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter errors = new StringWriter();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            errors,
            null,
            null,
            List.of(
                "-d", directory.toString(), "-classpath", System.getProperty("java.class.path")),
            null,
            List.of(file))
        .call();
    return errors.toString();
  }

  @Test
  void compile() throws IOException {
    List<String> calls = calls();
    assertThat(calls).hasSizeGreaterThan(18);
    assertThat(errors(calls)).isEmpty();
  }

  /// A control: a call that does not exist is seen.
  @Test
  void wouldSeeACallThatDoesNotExist() {
    assertThat(errors(List.of("Variable.off(x)"))).contains("cannot find symbol");
  }
}
