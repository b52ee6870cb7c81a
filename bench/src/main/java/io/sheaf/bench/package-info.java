@NullMarked
package io.sheaf.bench;

import org.jspecify.annotations.NullMarked;
