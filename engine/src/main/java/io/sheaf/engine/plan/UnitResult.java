package io.sheaf.engine.plan;

/// A unit of the plan and how it ended.
public record UnitResult(Unit unit, Outcome outcome) {}
