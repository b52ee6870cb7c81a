package io.sheaf.cli;

import io.sheaf.engine.run.RunListener;
import java.util.Locale;
import java.util.function.LongSupplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How a run is shown while it goes on. Thread-safe: the coordinator and signals call it.
interface Display extends RunListener, AutoCloseable {
  /// What a user may ask for.
  enum Kind {
    AUTO,
    PLAIN,
    JSON,
    OFF;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads a kind.
  final class KindReader implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String word) {
      for (Kind kind : Kind.values()) {
        if (kind.toString().equals(word)) {
          return kind;
        }
      }
      throw new TypeConversionException(
          "expected one of auto, plain, json, off, found `" + word + "`");
    }
  }

  /// Lets something else be printed, where it does not disturb.
  default void aside(Runnable printing) {
    printing.run();
  }

  /// Shows the last state and gives the screen back.
  @Override
  void close();

  static Display of(Kind kind, Console console) {
    LongSupplier clock = System::nanoTime;
    return switch (kind) {
      case AUTO ->
          new FewFailures(
              console.screen().errIsTerminal()
                  ? new BarDisplay(console, clock)
                  : new PlainDisplay(console, clock));
      case PLAIN -> new FewFailures(new PlainDisplay(console, clock));
      case JSON -> new JsonDisplay(console.err(), clock);
      case OFF -> new FewFailures(new QuietDisplay(console));
    };
  }
}
