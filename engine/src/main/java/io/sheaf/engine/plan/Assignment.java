package io.sheaf.engine.plan;

/// A unit handed to a worker.
///
/// @param unit position in the plan
/// @param epoch attempt number from 1; only the latest epoch of a unit may commit
/// @param why the reason for this attempt, for people
public record Assignment(int unit, int epoch, String why) {}
