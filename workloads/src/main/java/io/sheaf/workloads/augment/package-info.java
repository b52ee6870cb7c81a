/// Text augmentation as a workload: a unit is a combination of methods over a block of rows.
///
/// Entry type: [AugmentWorkload].
@NullMarked
package io.sheaf.workloads.augment;

import org.jspecify.annotations.NullMarked;
