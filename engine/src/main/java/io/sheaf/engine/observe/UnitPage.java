package io.sheaf.engine.observe;

import java.time.Instant;
import java.util.List;

/// Some of the units that were asked for.
///
/// @param matching how many there are of them in all
/// @param total units of the run's plan
/// @param asOf when the journal was last looked at
public record UnitPage(List<UnitLine> units, int matching, int total, Instant asOf) {}
