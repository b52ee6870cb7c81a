/// One question about the columns of one table: which information, by which estimator, against
/// which null. Behind `sheaf te`. Entry type: [Question].
@NullMarked
package io.sheaf.workloads.te;

import org.jspecify.annotations.NullMarked;
