/// The input of the cohort workload: user files, tables of columns, features over them, time.
///
/// Start at [UserFiles#discover] and [UserTableReader]. All types are immutable; [UserTable] and
/// [UsableRuns] hand out their arrays, which nobody may modify, and are then safe to share.
///
/// ```java
/// FeatureSet features = FeatureSet.parse(Map.of("movement", "sqrt([x] * [x] + [y] * [y])"));
/// for (UserFile user : UserFiles.discover(dataRoot)) {
///   UserTable table = UserTable.read(user.path(), features.columns("movement"));
///   double[] movement = features.evaluate("movement", table);
/// }
/// ```
@NullMarked
package io.sheaf.workloads.cohort.data;

import org.jspecify.annotations.NullMarked;
