/// Binds shards into one result and checks results.
@NullMarked
package io.sheaf.engine.merge;

import org.jspecify.annotations.NullMarked;
