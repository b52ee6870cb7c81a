package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunWatch;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `sheaf watch --follow` on a terminal.
record WatchScreen(
    RunWatch watch, List<RunDirectory> wanted, long intervalMillis, Console console) {
  private static final int LOG_LINES = 200;

  /// Fills the terminal until `q`.
  ///
  /// @return false if there is no terminal that can be filled
  boolean fill() throws IOException {
    Optional<RawTerminal> found = RawTerminal.open(console.out());
    if (found.isEmpty()) {
      return false;
    }
    try (RawTerminal terminal = found.get()) {
      follow(terminal, new WatchModel());
    }
    return true;
  }

  private void follow(RawTerminal terminal, WatchModel model) throws IOException {
    long lookAtNanos = System.nanoTime();
    while (true) {
      if (!model.isPaused() && System.nanoTime() - lookAtNanos >= 0) {
        model.update(look());
        lookAtNanos = System.nanoTime() + intervalMillis * 1_000_000;
      }
      draw(terminal, model);
      String key = terminal.key();
      switch (key.isEmpty() ? WatchModel.Wish.NOTHING : model.key(key)) {
        case QUIT -> {
          return;
        }
        case REFRESH -> model.update(look());
        case OPEN -> model.chosen().ifPresent(unit -> open(model, unit));
        case NOTHING -> {}
      }
    }
  }

  private List<RunView> look() throws IOException {
    List<RunView> views = new ArrayList<>();
    for (RunDirectory directory : wanted) {
      views.add(watch.look(directory));
    }
    return views;
  }

  private void draw(RawTerminal terminal, WatchModel model) throws IOException {
    RawTerminal.Size size = terminal.size();
    Paint paint = new Paint(console.coloursOut());
    WatchText text =
        new WatchText(watch.clock().instant(), ZoneId.systemDefault(), size.columns(), paint);
    terminal.show(model.render(text, size.rows()));
  }

  private static void open(WatchModel model, WatchModel.Chosen unit) {
    try {
      UnitHistory history =
          UnitHistory.read(new RunDirectory(unit.directory()), unit.unit(), LOG_LINES);
      model.open(unit.unit(), new UnitText(history).lines());
    } catch (ConfigurationException | IOException e) {
      model.open(unit.unit(), List.of(Complaints.line(e)));
    }
  }
}
