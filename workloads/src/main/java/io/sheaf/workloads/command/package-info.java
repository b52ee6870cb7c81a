/// Command lines as units: what `for ... &; wait`, xargs and GNU parallel do, with a journal.
///
/// [io.sheaf.workloads.command.CommandWorkload] is the entry,
/// [io.sheaf.workloads.command.ParallelArguments] reads a command line with `:::`.
@NullMarked
package io.sheaf.workloads.command;

import org.jspecify.annotations.NullMarked;
