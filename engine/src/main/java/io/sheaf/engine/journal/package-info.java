/// The one writer of run state, and the codec of what it writes: SQLite, one file a run.
@NullMarked
package io.sheaf.engine.journal;

import org.jspecify.annotations.NullMarked;
