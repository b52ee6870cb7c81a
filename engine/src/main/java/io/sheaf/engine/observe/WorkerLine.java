package io.sheaf.engine.observe;

/// What a worker did in a run.
///
/// @param attempts that ended
/// @param done attempts that produced output
/// @param wallNanos time spent on units
/// @param cpuNanos processor time spent on units
public record WorkerLine(String name, long attempts, long done, long wallNanos, long cpuNanos) {}
