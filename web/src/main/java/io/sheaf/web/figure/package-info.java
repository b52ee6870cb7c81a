/// Figures as drawings that need neither script nor network.
///
/// The entry point is [io.sheaf.web.figure.Drawing]. A page that shows figures links or contains
/// `figure.css`.
@NullMarked
package io.sheaf.web.figure;

import org.jspecify.annotations.NullMarked;
