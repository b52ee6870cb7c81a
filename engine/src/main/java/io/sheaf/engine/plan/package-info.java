/// What is to be done: workloads, units, plans, shards, seeds and tables.
@NullMarked
package io.sheaf.engine.plan;

import org.jspecify.annotations.NullMarked;
