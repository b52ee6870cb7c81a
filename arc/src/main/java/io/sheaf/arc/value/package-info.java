/// The values of the grid language: whole numbers, truth values, tuples, insertion-ordered sets and
/// functions, each with one compact representation.
///
/// Entry type: [Value]. A value is immutable and may be shared between threads; equal values have
/// the same class, so that equality never converts. A [Meter] is confined to one evaluation.
@NullMarked
package io.sheaf.arc.value;

import org.jspecify.annotations.NullMarked;
