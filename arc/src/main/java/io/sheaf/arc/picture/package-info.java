/// Grids as pictures: coloured text for terminals, SVG, and what lies where on any other canvas.
///
/// Entry types: [GridText], [GridSvg], [GridSheet]. Pure functions.
@NullMarked
package io.sheaf.arc.picture;

import org.jspecify.annotations.NullMarked;
