/// The dashboard: pages and JSON about the runs of a directory, over HTTP, as they change.
///
/// [io.sheaf.web.serve.Dashboard] is the entry. A [io.sheaf.web.serve.Gate] decides about every
/// request before anything else sees it; [io.sheaf.web.serve.Site] answers.
@NullMarked
package io.sheaf.web.serve;

import org.jspecify.annotations.NullMarked;
