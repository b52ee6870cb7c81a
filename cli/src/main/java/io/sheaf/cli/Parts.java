package io.sheaf.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Makes the parts of commands that the parser asks for.
final class Parts implements IFactory {
  private final Console console;

  Parts(Console console) {
    this.console = console;
  }

  /// What completion offers where a preset is expected.
  record PresetNames(Catalogue catalogue) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return catalogue.presetNames().iterator();
    }
  }

  /// Takes all words that are left, whatever they look like.
  static final class AllThatFollows implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> words, ArgSpec argument, CommandSpec command) {
      List<String> line = new ArrayList<>();
      while (!words.isEmpty()) {
        line.add(words.pop());
      }
      argument.setValue(line);
    }
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == PresetNames.class
        ? type.cast(new PresetNames(console.catalogue()))
        : CommandLine.defaultFactory().create(type);
  }
}
