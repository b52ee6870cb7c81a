/// What a search over programs needs: answers, scores on demo pairs, and new programs out of old
/// ones. Nothing here sees the output of a test.
///
/// Entry types: [Answer], [Score], [Mutation], [Extension], [Differs]. Everything is immutable.
@NullMarked
package io.sheaf.arc.search;

import org.jspecify.annotations.NullMarked;
