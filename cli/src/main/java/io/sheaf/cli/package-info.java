/// The `sheaf` command: one class per subcommand, data on standard output, talk on standard error.
///
/// [Sheaf] is where it starts; [Verb] lists the subcommands. Nothing here computes a result.
@NullMarked
package io.sheaf.cli;

import org.jspecify.annotations.NullMarked;
