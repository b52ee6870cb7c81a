package io.sheaf.engine.observe;

/// A unit in a list.
///
/// @param index its position in the plan
/// @param attempts begun
/// @param startedMillis when the last one began, 0 if none has
/// @param wallNanos of the last attempt, 0 while it is under way
/// @param worker of the last attempt, empty while it is under way
public record UnitLine(
    int index,
    String id,
    UnitState state,
    int attempts,
    long startedMillis,
    long wallNanos,
    long cpuNanos,
    String worker) {}
