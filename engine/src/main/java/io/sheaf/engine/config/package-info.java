/// Configuration: keys, layers, and where each value came from.
@NullMarked
package io.sheaf.engine.config;

import org.jspecify.annotations.NullMarked;
