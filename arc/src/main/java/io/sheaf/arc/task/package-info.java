/// ARC tasks: read from directories and from Kaggle's files, and written as submissions.
///
/// Entry types: [TaskFiles], [Task]. Everything is immutable.
@NullMarked
package io.sheaf.arc.task;

import org.jspecify.annotations.NullMarked;
