package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;

/// The end of an attempt.
///
/// @param worker name of the worker, as in `worker-1`
/// @param wallNanos elapsed time
/// @param cpuNanos processor time of the worker's thread
public record Completion(
    Assignment assignment, String worker, long wallNanos, long cpuNanos, Outcome outcome) {}
