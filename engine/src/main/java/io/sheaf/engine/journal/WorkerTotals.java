package io.sheaf.engine.journal;

/// What a worker did in a run.
///
/// @param worker its name
/// @param attempts at units that have ended
/// @param done attempts that produced output
/// @param wallNanos time spent on units
/// @param cpuNanos processor time spent on units
public record WorkerTotals(
    String worker, long attempts, long done, long wallNanos, long cpuNanos) {}
