package io.sheaf.workloads;

import io.sheaf.engine.plan.Workload;

/// A built-in configuration.
///
/// @param yaml its text
/// @param summary its first comment line
public record Preset(String name, Workload workload, String yaml, String summary) {}
