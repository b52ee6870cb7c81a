/// Runs many independent units of work and binds their results. Knows no science.
module io.sheaf.engine {
  requires static transitive org.jspecify;
  requires java.management;
  requires jdk.jfr;
  requires java.sql;
  requires de.siegmar.fastcsv;
  requires org.xerial.sqlitejdbc;
  requires tools.jackson.core;
  requires tools.jackson.dataformat.yaml;

  exports io.sheaf.engine.cache;
  exports io.sheaf.engine.chapter;
  exports io.sheaf.engine.config;
  exports io.sheaf.engine.execute;
  exports io.sheaf.engine.journal;
  exports io.sheaf.engine.observe;
  exports io.sheaf.engine.merge;
  exports io.sheaf.engine.plan;
  exports io.sheaf.engine.run;
  exports io.sheaf.engine.schedule;
}
