/// What a workload shows of its results: figures and tables as plain data, drawn by others.
///
/// The entry type is [io.sheaf.engine.chapter.Section]. A workload makes sections of its result
/// tables; the report and the dashboard turn them into pictures and know nothing of the science.
/// Everything is immutable.
@NullMarked
package io.sheaf.engine.chapter;

import org.jspecify.annotations.NullMarked;
