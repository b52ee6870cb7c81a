/// ARC tasks, the grid language, and batteries of programs.
module io.sheaf.arc {
  requires static transitive org.jspecify;

  exports io.sheaf.arc.battery;
  exports io.sheaf.arc.dsl;
  exports io.sheaf.arc.picture;
  exports io.sheaf.arc.program;
  exports io.sheaf.arc.search;
  exports io.sheaf.arc.synth;
  exports io.sheaf.arc.task;
  exports io.sheaf.arc.value;
}
