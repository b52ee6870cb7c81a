/// Synthetic cohorts in the layout of the real ones, with a known coupling planted in every user.
///
/// [SyntheticCohort] is the entry; everything it writes is a pure function of its options.
///
/// ```java
/// SyntheticCohort.write(new SyntheticCohort.Options(8, 2_287, 42, ColumnSet.MINIMAL, true), out);
/// ```
@NullMarked
package io.sheaf.workloads.cohort.synth;

import org.jspecify.annotations.NullMarked;
