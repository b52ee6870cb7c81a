/// Workers on Apache Spark, in a process that has Spark's jars on its class path.
@NullMarked
package io.sheaf.spark;

import org.jspecify.annotations.NullMarked;
