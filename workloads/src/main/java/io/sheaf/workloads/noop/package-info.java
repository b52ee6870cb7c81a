/// Units that do nothing, or fail, wait and write as they are told: for benchmarks, fault tests and
/// demonstrations. [io.sheaf.workloads.noop.NoopWorkload] is the entry.
@NullMarked
package io.sheaf.workloads.noop;

import org.jspecify.annotations.NullMarked;
