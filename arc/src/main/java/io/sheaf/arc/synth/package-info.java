/// Tasks made by families of generators, each with a program that solves it, and a battery of
/// programs to try on tasks.
///
/// Entry types: [SyntheticTasks], [BuiltInPrograms]. Everything is immutable.
@NullMarked
package io.sheaf.arc.synth;

import org.jspecify.annotations.NullMarked;
