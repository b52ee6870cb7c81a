/// Neural models, run by ONNX Runtime on the processor.
///
/// Entry types: [Meanings] for similarity of meaning, [NeighbourTable] for the table of near words
/// that is made with the same model.
@NullMarked
package io.sheaf.text.model;

import org.jspecify.annotations.NullMarked;
