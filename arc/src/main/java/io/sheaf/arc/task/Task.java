package io.sheaf.arc.task;

import io.sheaf.arc.value.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A task: pairs that show what is asked for, and pairs to solve.
///
/// @param id of the file it came from, eight hexadecimal digits in the public sets
/// @param demos pairs with both grids, at least one
/// @param tests pairs whose outputs may be unknown, at least one
public record Task(String id, List<Demo> demos, List<Test> tests) {
  /// A pair that shows what is asked for.
  ///
  /// @param input before
  /// @param output after
  public record Demo(Grid input, Grid output) {}

  /// A pair to solve.
  ///
  /// @param input before
  /// @param output after, where it is known
  public record Test(Grid input, Optional<Grid> output) {}

  public Task {
    demos = List.copyOf(demos);
    tests = List.copyOf(tests);
    if (demos.isEmpty() || tests.isEmpty()) {
      throw new IllegalArgumentException(
          "%d demos and %d tests, expected at least one of each"
              .formatted(demos.size(), tests.size()));
    }
  }

  /// All pairs whose outputs are known, demos first.
  ///
  /// @return at least one
  public List<Demo> known() {
    return Stream.concat(
            demos.stream(),
            tests.stream()
                .filter(test -> test.output().isPresent())
                .map(test -> new Demo(test.input(), test.output().orElseThrow())))
        .toList();
  }

  /// How many cells its grids have together.
  ///
  /// @return at least 3
  public long cells() {
    long sum = 0;
    for (Demo demo : demos) {
      sum += demo.input().cells().length + demo.output().cells().length;
    }
    for (Test test : tests) {
      sum += test.input().cells().length;
    }
    return sum;
  }
}
