/// Information dynamics of discrete series: pure functions on arrays.
module io.sheaf.info {
  requires static transitive org.jspecify;
  requires hipparchus.core;
  requires hipparchus.stat;

  exports io.sheaf.info;
}
