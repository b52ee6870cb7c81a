/// Methods applied one after the other to evidence in its post.
///
/// Entry type: [Combination], with one [RowAugmenter] for each thread.
@NullMarked
package io.sheaf.text.combination;

import org.jspecify.annotations.NullMarked;
