package io.sheaf.engine.journal;

/// When a run was expected to end.
///
/// @param timeMillis when that was said
/// @param lowMillis time left at least, in nine cases of ten
/// @param highMillis time left at most, in nine cases of ten
public record Prediction(long timeMillis, long lowMillis, long highMillis) {}
