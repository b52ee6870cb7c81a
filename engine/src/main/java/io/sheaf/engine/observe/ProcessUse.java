package io.sheaf.engine.observe;

import java.util.Optional;

/// What a process of a run uses.
///
/// @param name `coordinator` or the worker's
/// @param rssBytes memory it holds
/// @param cpuMillis processor time since it began
/// @param cores processor time by elapsed time between its last two samples, empty after one
public record ProcessUse(
    String name, long pid, long rssBytes, long cpuMillis, Optional<Double> cores) {}
