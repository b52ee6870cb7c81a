/// The grid language's 160 primitives and 28 constants.
///
/// Entry types: [Primitive], [Constant]. Everything here is a pure function of its arguments; what
/// it costs is counted by the meter that each call is handed. A function may be called from any
/// number of threads, each with a meter of its own.
@NullMarked
package io.sheaf.arc.dsl;

import org.jspecify.annotations.NullMarked;
