/// Worker pools behind one interface.
@NullMarked
package io.sheaf.engine.execute;

import org.jspecify.annotations.NullMarked;
