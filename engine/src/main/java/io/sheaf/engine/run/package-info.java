/// A run from its directory to its manifest: the coordinator and the files it writes.
@NullMarked
package io.sheaf.engine.run;

import org.jspecify.annotations.NullMarked;
