/// ARC tasks: read from directories and from Kaggle's files, and written.
///
/// Entry types: [TaskFiles], [Task], [TaskWriter]. Everything is immutable.
@NullMarked
package io.sheaf.arc.task;

import org.jspecify.annotations.NullMarked;
