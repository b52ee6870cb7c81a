/// What each workload shows of real runs.
@NullMarked
package io.sheaf.workloads.chapter;

import org.jspecify.annotations.NullMarked;
