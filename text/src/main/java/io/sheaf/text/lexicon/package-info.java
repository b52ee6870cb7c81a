/// What is known of English words: frequency, misspellings, synonyms, parts of speech, inflections.
///
/// Entry type: [Lexicon], which opens each resource when it is first asked for. Everything here is
/// thread-safe.
@NullMarked
package io.sheaf.text.lexicon;

import org.jspecify.annotations.NullMarked;
