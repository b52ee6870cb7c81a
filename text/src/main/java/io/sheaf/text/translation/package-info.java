/// Translation by programs of their own.
///
/// Entry type: [Apertium], which may be used from several threads.
@NullMarked
package io.sheaf.text.translation;

import org.jspecify.annotations.NullMarked;
