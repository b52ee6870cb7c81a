package io.sheaf.engine.plan;

/// Content that a unit reads.
///
/// @param name what the workload calls it; no directory, so that a moved data set stays the same
/// @param sha256 of its bytes
public record Input(String name, String sha256) {}
