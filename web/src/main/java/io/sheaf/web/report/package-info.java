/// The report of a run: a page of its own, the same for programs, and its provenance.
///
/// The entry point is [io.sheaf.web.report.RunReport]. All three are made of one account of the run
/// and of the same sections, so that what they say agrees.
@NullMarked
package io.sheaf.web.report;

import org.jspecify.annotations.NullMarked;
