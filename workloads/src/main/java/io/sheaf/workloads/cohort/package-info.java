/// Transfer entropy and its relatives between one person's activity and sitting, user by user.
///
/// Start with [io.sheaf.workloads.cohort.CohortWorkload]; what is computed for a user stands in
/// [io.sheaf.workloads.cohort.UserAnalysis].
@NullMarked
package io.sheaf.workloads.cohort;

import org.jspecify.annotations.NullMarked;
