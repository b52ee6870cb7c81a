/// Information dynamics of discrete series: how much the past of a series, and of another one, says
/// about what comes next, and whether that could be chance.
///
/// Entry type: [DiscreteInformation] for values, [SurrogateTest] for their significance. Pure
/// functions: no input, no output, no clock; randomness comes from a seed.
///
/// Threads: every type is immutable and every function keeps its state to itself, so everything may
/// be used from any number of threads at once.
///
/// ```java
/// Symbols x = Symbols.of(new int[] {0, 1, 1, 0, 1, 0, 0, 1});
/// Symbols y = Symbols.of(new int[] {0, 0, 1, 1, 0, 1, 0, 0}); // x, one row later
/// Samples samples = Samples.transfer(x, y, new Embedding(1, 1, 1), Segments.whole(8));
/// double bits = DiscreteInformation.bits(samples, BiasCorrection.NONE);
/// double p = SurrogateTest.run(samples, Surrogates.Permutation.free(), 1000, 42).pValue();
/// ```
@NullMarked
package io.sheaf.info;

import org.jspecify.annotations.NullMarked;
