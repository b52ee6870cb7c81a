/// The methods: what changes in a text, under the identifiers that configurations use.
///
/// Entry type: [Methods], the catalogue. A jar adds its own through [MethodProvider]. All
/// augmenters here may be used from several threads.
@NullMarked
package io.sheaf.text.method;

import org.jspecify.annotations.NullMarked;
