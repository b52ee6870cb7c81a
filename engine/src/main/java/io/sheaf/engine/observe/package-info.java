/// What readers may see of a run; the only package that screens use.
@NullMarked
package io.sheaf.engine.observe;

import org.jspecify.annotations.NullMarked;
