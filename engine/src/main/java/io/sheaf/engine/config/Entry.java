package io.sheaf.engine.config;

import org.jspecify.annotations.Nullable;

/// One key as it was written, before it is checked.
///
/// @param name the dotted key
/// @param value String, Number, Boolean, List, an empty Map or null
/// @param origin where it stands
record Entry(String name, @Nullable Object value, Origin origin) {}
