package io.sheaf.cli;

import java.util.Iterator;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

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

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == PresetNames.class
        ? type.cast(new PresetNames(console.catalogue()))
        : CommandLine.defaultFactory().create(type);
  }
}
