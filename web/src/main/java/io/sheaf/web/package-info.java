/// Pictures of runs: the dashboard and the report, drawn from what [io.sheaf.engine.observe] sees.
@NullMarked
package io.sheaf.web;

import org.jspecify.annotations.NullMarked;
