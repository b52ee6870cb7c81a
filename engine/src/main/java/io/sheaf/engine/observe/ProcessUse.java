package io.sheaf.engine.observe;

import java.util.Optional;

/// What a process of a run uses, with all it has started.
///
/// @param name `coordinator` or the worker's
/// @param rssBytes memory it holds
/// @param gpuBytes memory of graphics processors it holds, -1 where nothing tells
/// @param cpuMillis processor time since it began
/// @param cores processor time by elapsed time between its last two samples, empty after one
public record ProcessUse(
    String name, long pid, long rssBytes, long gpuBytes, long cpuMillis, Optional<Double> cores) {}
