/// Information between series of real values: estimators, nulls, embeddings and networks.
///
/// Entry types: [Observations] says which information is asked for, an [Estimator] gives its value
/// in nats, and [NullTest] compares it with chance. Pure functions: no input, no output, no clock;
/// randomness comes from a seed.
///
/// Threads: every type but [GreedySelection] is immutable and may be used from any number of
/// threads at once. Where work is spread, the caller hands in [Workers]; no result depends on them.
///
/// ```java
/// Variable heart = Variable.of(beats).standardised();
/// Variable breath = Variable.of(volumes).standardised();
/// Observations transfer =
///     Observations.transfer(heart, breath, TransferHistories.of(1, 1, 1), Rows.of(heart));
/// double nats = KsgEstimator.ofNeighbours(4).nats(transfer);
/// ```
@NullMarked
package io.sheaf.info.series;

import org.jspecify.annotations.NullMarked;
