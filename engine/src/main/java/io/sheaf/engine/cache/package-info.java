/// Values shared by all runs on a machine: [io.sheaf.engine.cache.SharedCache].
@NullMarked
package io.sheaf.engine.cache;

import org.jspecify.annotations.NullMarked;
