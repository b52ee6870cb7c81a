/// Grids as pictures: coloured text for terminals, SVG, and the PNG files made of pixels.
///
/// Entry types: [GridText], [GridSvg], [GridPng]. Pure functions.
@NullMarked
package io.sheaf.arc.picture;

import org.jspecify.annotations.NullMarked;
