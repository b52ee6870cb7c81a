/// What the packages of the library share and do not export: random numbers.
///
/// Threads: a generator is confined to one thread.
@NullMarked
package io.sheaf.info.internal;

import org.jspecify.annotations.NullMarked;
