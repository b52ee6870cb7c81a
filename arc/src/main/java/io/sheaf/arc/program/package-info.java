/// Programs of the grid language: straight lines of calls, read, checked, printed and brought into
/// a canonical form. Nothing here runs one.
///
/// Entry types: [ProgramReader], [Program]. Everything is immutable.
@NullMarked
package io.sheaf.arc.program;

import org.jspecify.annotations.NullMarked;
