/// Information dynamics of series, discrete and real-valued: pure functions on arrays.
module io.sheaf.info {
  requires static transitive org.jspecify;
  requires hipparchus.core;
  requires hipparchus.stat;

  exports io.sheaf.info;
  exports io.sheaf.info.series;
}
