/// Batteries: many programs evaluated as one graph, each call once for each sample.
///
/// Entry type: [Battery]. A battery is immutable and may be evaluated by many threads at once; an
/// [Evaluation] is confined to one.
@NullMarked
package io.sheaf.arc.battery;

import org.jspecify.annotations.NullMarked;
