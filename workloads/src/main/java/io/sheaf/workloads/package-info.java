/// The sciences, each bound to the engine; [io.sheaf.workloads.Workloads] lists them.
@NullMarked
package io.sheaf.workloads;

import org.jspecify.annotations.NullMarked;
