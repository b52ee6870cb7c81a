/// Which unit next, and how long still: pure, on time that is handed in.
@NullMarked
package io.sheaf.engine.schedule;

import org.jspecify.annotations.NullMarked;
