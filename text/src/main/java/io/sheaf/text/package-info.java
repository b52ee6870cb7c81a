/// Text augmentation by edits: what is not edited stays as it is, byte for byte.
///
/// Entry type: [Augmenter] makes a [Revision] of a [Passage]. [Evidence] finds a labelled sentence
/// in its post, [Similarity] says how much of a text is left. All positions are UTF-16 code units,
/// as in [String].
///
/// Threads: records and [Revision] are immutable. [Passage], [Draws] and [Similarity] are confined
/// to one thread.
///
/// ```java
/// Passage passage = new Passage("I don't know.  It's 3:45");
/// Revision revision = augmenter.revise(passage, new Draws(42));
/// String changed = revision.text();
/// String again = revision.inverse().text(); // "I don't know.  It's 3:45"
/// ```
@NullMarked
package io.sheaf.text;

import org.jspecify.annotations.NullMarked;
