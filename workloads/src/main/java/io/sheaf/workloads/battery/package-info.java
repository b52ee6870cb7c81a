/// Programs on ARC tasks as a workload: a unit is a task with all programs, and what a search makes
/// of them.
///
/// Ranks depend on demo pairs only. Outputs of tests are looked at once everything is decided.
///
/// Entry type: [BatteryWorkload].
@NullMarked
package io.sheaf.workloads.battery;

import org.jspecify.annotations.NullMarked;
