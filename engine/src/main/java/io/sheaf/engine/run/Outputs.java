package io.sheaf.engine.run;

import io.sheaf.engine.journal.Journal;

/// Where a coordinator tells what happens.
record Outputs(
    Journal journal,
    RunDirectory directory,
    RunLog log,
    Artefacts artefacts,
    RunListener listener) {}
