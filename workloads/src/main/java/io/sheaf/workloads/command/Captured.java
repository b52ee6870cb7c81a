package io.sheaf.workloads.command;

import io.sheaf.engine.plan.Artefact;
import org.jspecify.annotations.Nullable;

/// What a command wrote to one of its streams.
///
/// @param text all of it, null if it is kept as a file or not at all
/// @param bytes how much it was, null if nobody looked
/// @param artefact the file, if it is kept as one
record Captured(@Nullable String text, @Nullable Long bytes, @Nullable Artefact artefact) {
  static final Captured NOTHING = new Captured(null, null, null);

  @Nullable String file() {
    return artefact == null ? null : artefact.name();
  }
}
