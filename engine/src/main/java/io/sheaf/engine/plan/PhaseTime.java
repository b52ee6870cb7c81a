package io.sheaf.engine.plan;

/// What one attempt at a unit spent in one phase, inner phases left out.
///
/// @param name of the phase
/// @param calls how often it was entered
/// @param wallNanos elapsed time
/// @param cpuNanos processor time of the unit's thread
/// @param firstNanos when it was first entered, from the start of the attempt
/// @param lastNanos when it was last left, from the start of the attempt
public record PhaseTime(
    String name, long calls, long wallNanos, long cpuNanos, long firstNanos, long lastNanos) {}
