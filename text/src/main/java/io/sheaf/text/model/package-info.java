/// Neural models, run by ONNX Runtime on the processor.
///
/// Entry types: [SentenceEncoder] for similarity of meaning, [NeighbourTable] for the table of near
/// words that is made with it.
@NullMarked
package io.sheaf.text.model;

import org.jspecify.annotations.NullMarked;
