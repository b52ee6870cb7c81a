package io.sheaf.arc.dsl;

import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import java.util.List;
import java.util.Locale;

/// The primitives of the language, each with what it gives and takes.
@SuppressWarnings("ImmutableEnumChecker") // List.of and functions without state do not change.
public enum Primitive {
  /// `add(a: Num, b: Num)`.
  ADD(Kind.NUM, Kind.NUM, Kind.NUM),
  /// `subtract(a: Num, b: Num)`.
  SUBTRACT(Kind.NUM, Kind.NUM, Kind.NUM),
  /// `multiply(a: Num, b: Num)`.
  MULTIPLY(Kind.NUM, Kind.NUM, Kind.NUM),
  /// `divide(a: Num, b: Num)`.
  DIVIDE(Kind.NUM, Kind.NUM, Kind.NUM),
  /// `invert(n: Num)`.
  INVERT(Kind.NUM, Kind.NUM),
  /// `double(n: Num)`.
  DOUBLE(Kind.NUM, Kind.NUM),
  /// `halve(n: Num)`.
  HALVE(Kind.NUM, Kind.NUM),
  /// `increment(n: Num)`.
  INCREMENT(Kind.NUM, Kind.NUM),
  /// `decrement(n: Num)`.
  DECREMENT(Kind.NUM, Kind.NUM),
  /// `crement(n: Num)`.
  CREMENT(Kind.NUM, Kind.NUM),
  /// `sign(n: Num)`.
  SIGN(Kind.NUM, Kind.NUM),
  /// `even(n: Int)`.
  EVEN(Kind.BOOL, Kind.INT),
  /// `positive(n: Int)`.
  POSITIVE(Kind.BOOL, Kind.INT),
  /// `toivec(i: Int)`.
  TOIVEC(Kind.PAIR, Kind.INT),
  /// `tojvec(j: Int)`.
  TOJVEC(Kind.PAIR, Kind.INT),
  /// `astuple(a: Any, b: Any)`.
  ASTUPLE(Kind.TUP, Kind.ANY, Kind.ANY),
  /// `interval(start: Int, stop: Int, step: Int)`.
  INTERVAL(Kind.TUP, Kind.INT, Kind.INT, Kind.INT),
  /// `identity(x: Any)`.
  IDENTITY(Kind.ANY, Kind.ANY),
  /// `flip(b: Any)`.
  FLIP(Kind.BOOL, Kind.ANY),
  /// `equality(a: Any, b: Any)`.
  EQUALITY(Kind.BOOL, Kind.ANY, Kind.ANY),
  /// `greater(a: Any, b: Any)`.
  GREATER(Kind.BOOL, Kind.ANY, Kind.ANY),
  /// `both(a: Any, b: Any)`.
  BOTH(Kind.ANY, Kind.ANY, Kind.ANY),
  /// `either(a: Any, b: Any)`.
  EITHER(Kind.ANY, Kind.ANY, Kind.ANY),
  /// `branch(condition: Any, a: Any, b: Any)`.
  BRANCH(Kind.ANY, Kind.ANY, Kind.ANY, Kind.ANY),
  /// `contained(value: Any, container: Cont)`.
  CONTAINED(Kind.BOOL, Kind.ANY, Kind.CONT),
  /// `combine(a: Cont, b: Cont)`.
  COMBINE(Kind.CONT, Kind.CONT, Kind.CONT),
  /// `intersection(a: Set, b: Set)`.
  INTERSECTION(Kind.SET, Kind.SET, Kind.SET),
  /// `difference(a: Cont, b: Cont)`.
  DIFFERENCE(Kind.CONT, Kind.CONT, Kind.CONT),
  /// `dedupe(tup: Tup)`.
  DEDUPE(Kind.TUP, Kind.TUP),
  /// `order(container: Cont, compfunc: Fn)`.
  ORDER(Kind.TUP, Kind.CONT, Kind.FN),
  /// `repeat(item: Any, num: Int)`.
  REPEAT(Kind.TUP, Kind.ANY, Kind.INT),
  /// `size(container: Cont)`.
  SIZE(Kind.INT, Kind.CONT),
  /// `merge(containers: Cont)`.
  MERGE(Kind.CONT, Kind.CONT),
  /// `maximum(container: Cont)`.
  MAXIMUM(Kind.ANY, Kind.CONT),
  /// `minimum(container: Cont)`.
  MINIMUM(Kind.ANY, Kind.CONT),
  /// `valmax(container: Cont, compfunc: Fn)`.
  VALMAX(Kind.ANY, Kind.CONT, Kind.FN),
  /// `valmin(container: Cont, compfunc: Fn)`.
  VALMIN(Kind.ANY, Kind.CONT, Kind.FN),
  /// `argmax(container: Cont, compfunc: Fn)`.
  ARGMAX(Kind.ANY, Kind.CONT, Kind.FN),
  /// `argmin(container: Cont, compfunc: Fn)`.
  ARGMIN(Kind.ANY, Kind.CONT, Kind.FN),
  /// `mostcommon(container: Tup)`.
  MOSTCOMMON(Kind.ANY, Kind.TUP),
  /// `leastcommon(container: Tup)`.
  LEASTCOMMON(Kind.ANY, Kind.TUP),
  /// `initset(value: Any)`.
  INITSET(Kind.SET, Kind.ANY),
  /// `insert(value: Any, container: Set)`.
  INSERT(Kind.SET, Kind.ANY, Kind.SET),
  /// `remove(value: Any, container: Cont)`.
  REMOVE(Kind.CONT, Kind.ANY, Kind.CONT),
  /// `other(container: Cont, value: Any)`.
  OTHER(Kind.ANY, Kind.CONT, Kind.ANY),
  /// `first(container: Cont)`.
  FIRST(Kind.ANY, Kind.CONT),
  /// `last(container: Cont)`.
  LAST(Kind.ANY, Kind.CONT),
  /// `totuple(container: Cont)`.
  TOTUPLE(Kind.TUP, Kind.CONT),
  /// `sfilter(container: Cont, condition: Fn)`.
  SFILTER(Kind.CONT, Kind.CONT, Kind.FN),
  /// `mfilter(container: Cont, function: Fn)`.
  MFILTER(Kind.CONT, Kind.CONT, Kind.FN),
  /// `extract(container: Cont, condition: Fn)`.
  EXTRACT(Kind.ANY, Kind.CONT, Kind.FN),
  /// `sizefilter(container: Cont, n: Int)`.
  SIZEFILTER(Kind.SET, Kind.CONT, Kind.INT),
  /// `product(a: Cont, b: Cont)`.
  PRODUCT(Kind.SET, Kind.CONT, Kind.CONT),
  /// `pair(a: Cont, b: Cont)`.
  PAIR(Kind.TUP, Kind.CONT, Kind.CONT),
  /// `compose(outer: Fn, inner: Fn)`.
  COMPOSE(Kind.FN, Kind.FN, Kind.FN),
  /// `chain(h: Fn, g: Fn, f: Fn)`.
  CHAIN(Kind.FN, Kind.FN, Kind.FN, Kind.FN),
  /// `matcher(function: Fn, target: Any)`.
  MATCHER(Kind.FN, Kind.FN, Kind.ANY),
  /// `fork(outer: Fn, a: Fn, b: Fn)`.
  FORK(Kind.FN, Kind.FN, Kind.FN, Kind.FN),
  /// `rbind(function: Fn, fixed: Any)`.
  RBIND(Kind.FN, Kind.FN, Kind.ANY),
  /// `lbind(function: Fn, fixed: Any)`.
  LBIND(Kind.FN, Kind.FN, Kind.ANY),
  /// `power(function: Fn, n: Int)`.
  POWER(Kind.FN, Kind.FN, Kind.INT),
  /// `apply(function: Fn, container: Cont)`.
  APPLY(Kind.CONT, Kind.FN, Kind.CONT),
  /// `rapply(functions: Cont, value: Any)`.
  RAPPLY(Kind.CONT, Kind.CONT, Kind.ANY),
  /// `mapply(function: Fn, container: Cont)`.
  MAPPLY(Kind.CONT, Kind.FN, Kind.CONT),
  /// `papply(function: Fn, a: Cont, b: Cont)`.
  PAPPLY(Kind.TUP, Kind.FN, Kind.CONT, Kind.CONT),
  /// `mpapply(function: Fn, a: Cont, b: Cont)`.
  MPAPPLY(Kind.TUP, Kind.FN, Kind.CONT, Kind.CONT),
  /// `prapply(function: Fn, a: Cont, b: Cont)`.
  PRAPPLY(Kind.SET, Kind.FN, Kind.CONT, Kind.CONT),
  /// `mostcolor(element: Elem)`.
  MOSTCOLOR(Kind.INT, Kind.ELEM),
  /// `leastcolor(element: Elem)`.
  LEASTCOLOR(Kind.INT, Kind.ELEM),
  /// `colorcount(element: Elem, value: Int)`.
  COLORCOUNT(Kind.INT, Kind.ELEM, Kind.INT),
  /// `palette(element: Elem)`.
  PALETTE(Kind.SET, Kind.ELEM),
  /// `numcolors(element: Elem)`.
  NUMCOLORS(Kind.INT, Kind.ELEM),
  /// `color(obj: Object)`.
  COLOR(Kind.INT, Kind.OBJECT),
  /// `height(piece: Piece)`.
  HEIGHT(Kind.INT, Kind.PIECE),
  /// `width(piece: Piece)`.
  WIDTH(Kind.INT, Kind.PIECE),
  /// `shape(piece: Piece)`.
  SHAPE(Kind.PAIR, Kind.PIECE),
  /// `portrait(piece: Piece)`.
  PORTRAIT(Kind.BOOL, Kind.PIECE),
  /// `square(piece: Piece)`.
  SQUARE(Kind.BOOL, Kind.PIECE),
  /// `vline(patch: Patch)`.
  VLINE(Kind.BOOL, Kind.PATCH),
  /// `hline(patch: Patch)`.
  HLINE(Kind.BOOL, Kind.PATCH),
  /// `uppermost(patch: Patch)`.
  UPPERMOST(Kind.INT, Kind.PATCH),
  /// `lowermost(patch: Patch)`.
  LOWERMOST(Kind.INT, Kind.PATCH),
  /// `leftmost(patch: Patch)`.
  LEFTMOST(Kind.INT, Kind.PATCH),
  /// `rightmost(patch: Patch)`.
  RIGHTMOST(Kind.INT, Kind.PATCH),
  /// `ulcorner(patch: Patch)`.
  ULCORNER(Kind.PAIR, Kind.PATCH),
  /// `urcorner(patch: Patch)`.
  URCORNER(Kind.PAIR, Kind.PATCH),
  /// `llcorner(patch: Patch)`.
  LLCORNER(Kind.PAIR, Kind.PATCH),
  /// `lrcorner(patch: Patch)`.
  LRCORNER(Kind.PAIR, Kind.PATCH),
  /// `corners(patch: Patch)`.
  CORNERS(Kind.INDICES, Kind.PATCH),
  /// `center(patch: Patch)`.
  CENTER(Kind.PAIR, Kind.PATCH),
  /// `centerofmass(patch: Patch)`.
  CENTEROFMASS(Kind.PAIR, Kind.PATCH),
  /// `index(grid: Grid, loc: Pair)`.
  INDEX(Kind.INT, Kind.GRID, Kind.PAIR),
  /// `toindices(patch: Patch)`.
  TOINDICES(Kind.INDICES, Kind.PATCH),
  /// `recolor(value: Int, patch: Patch)`.
  RECOLOR(Kind.OBJECT, Kind.INT, Kind.PATCH),
  /// `shift(patch: Patch, directions: Pair)`.
  SHIFT(Kind.PATCH, Kind.PATCH, Kind.PAIR),
  /// `normalize(patch: Patch)`.
  NORMALIZE(Kind.PATCH, Kind.PATCH),
  /// `dneighbors(loc: Pair)`.
  DNEIGHBORS(Kind.INDICES, Kind.PAIR),
  /// `ineighbors(loc: Pair)`.
  INEIGHBORS(Kind.INDICES, Kind.PAIR),
  /// `neighbors(loc: Pair)`.
  NEIGHBORS(Kind.INDICES, Kind.PAIR),
  /// `hmatching(a: Patch, b: Patch)`.
  HMATCHING(Kind.BOOL, Kind.PATCH, Kind.PATCH),
  /// `vmatching(a: Patch, b: Patch)`.
  VMATCHING(Kind.BOOL, Kind.PATCH, Kind.PATCH),
  /// `manhattan(a: Patch, b: Patch)`.
  MANHATTAN(Kind.INT, Kind.PATCH, Kind.PATCH),
  /// `adjacent(a: Patch, b: Patch)`.
  ADJACENT(Kind.BOOL, Kind.PATCH, Kind.PATCH),
  /// `bordering(patch: Patch, grid: Grid)`.
  BORDERING(Kind.BOOL, Kind.PATCH, Kind.GRID),
  /// `position(a: Patch, b: Patch)`.
  POSITION(Kind.PAIR, Kind.PATCH, Kind.PATCH),
  /// `backdrop(patch: Patch)`.
  BACKDROP(Kind.INDICES, Kind.PATCH),
  /// `delta(patch: Patch)`.
  DELTA(Kind.INDICES, Kind.PATCH),
  /// `box(patch: Patch)`.
  BOX(Kind.INDICES, Kind.PATCH),
  /// `inbox(patch: Patch)`.
  INBOX(Kind.INDICES, Kind.PATCH),
  /// `outbox(patch: Patch)`.
  OUTBOX(Kind.INDICES, Kind.PATCH),
  /// `gravitate(source: Patch, destination: Patch)`.
  GRAVITATE(Kind.PAIR, Kind.PATCH, Kind.PATCH),
  /// `connect(a: Pair, b: Pair)`.
  CONNECT(Kind.INDICES, Kind.PAIR, Kind.PAIR),
  /// `shoot(start: Pair, direction: Pair)`.
  SHOOT(Kind.INDICES, Kind.PAIR, Kind.PAIR),
  /// `vfrontier(location: Pair)`.
  VFRONTIER(Kind.INDICES, Kind.PAIR),
  /// `hfrontier(location: Pair)`.
  HFRONTIER(Kind.INDICES, Kind.PAIR),
  /// `asindices(grid: Grid)`.
  ASINDICES(Kind.INDICES, Kind.GRID),
  /// `asobject(grid: Grid)`.
  ASOBJECT(Kind.OBJECT, Kind.GRID),
  /// `ofcolor(grid: Grid, value: Int)`.
  OFCOLOR(Kind.INDICES, Kind.GRID, Kind.INT),
  /// `toobject(patch: Patch, grid: Grid)`.
  TOOBJECT(Kind.OBJECT, Kind.PATCH, Kind.GRID),
  /// `colorfilter(objs: Objects, value: Int)`.
  COLORFILTER(Kind.OBJECTS, Kind.OBJECTS, Kind.INT),
  /// `partition(grid: Grid)`.
  PARTITION(Kind.OBJECTS, Kind.GRID),
  /// `fgpartition(grid: Grid)`.
  FGPARTITION(Kind.OBJECTS, Kind.GRID),
  /// `objects(grid: Grid, univalued: Bool, diagonal: Bool, without_bg: Bool)`.
  OBJECTS(Kind.OBJECTS, Kind.GRID, Kind.BOOL, Kind.BOOL, Kind.BOOL),
  /// `occurrences(grid: Grid, obj: Object)`.
  OCCURRENCES(Kind.INDICES, Kind.GRID, Kind.OBJECT),
  /// `frontiers(grid: Grid)`.
  FRONTIERS(Kind.OBJECTS, Kind.GRID),
  /// `compress(grid: Grid)`.
  COMPRESS(Kind.GRID, Kind.GRID),
  /// `hperiod(obj: Object)`.
  HPERIOD(Kind.INT, Kind.OBJECT),
  /// `vperiod(obj: Object)`.
  VPERIOD(Kind.INT, Kind.OBJECT),
  /// `rot90(grid: Grid)`.
  ROT90(Kind.GRID, Kind.GRID),
  /// `rot180(grid: Grid)`.
  ROT180(Kind.GRID, Kind.GRID),
  /// `rot270(grid: Grid)`.
  ROT270(Kind.GRID, Kind.GRID),
  /// `hmirror(piece: Piece)`.
  HMIRROR(Kind.PIECE, Kind.PIECE),
  /// `vmirror(piece: Piece)`.
  VMIRROR(Kind.PIECE, Kind.PIECE),
  /// `dmirror(piece: Piece)`.
  DMIRROR(Kind.PIECE, Kind.PIECE),
  /// `cmirror(piece: Piece)`.
  CMIRROR(Kind.PIECE, Kind.PIECE),
  /// `fill(grid: Grid, value: Int, patch: Patch)`.
  FILL(Kind.GRID, Kind.GRID, Kind.INT, Kind.PATCH),
  /// `paint(grid: Grid, obj: Object)`.
  PAINT(Kind.GRID, Kind.GRID, Kind.OBJECT),
  /// `underfill(grid: Grid, value: Int, patch: Patch)`.
  UNDERFILL(Kind.GRID, Kind.GRID, Kind.INT, Kind.PATCH),
  /// `underpaint(grid: Grid, obj: Object)`.
  UNDERPAINT(Kind.GRID, Kind.GRID, Kind.OBJECT),
  /// `cover(grid: Grid, patch: Patch)`.
  COVER(Kind.GRID, Kind.GRID, Kind.PATCH),
  /// `move(grid: Grid, obj: Object, offset: Pair)`.
  MOVE(Kind.GRID, Kind.GRID, Kind.OBJECT, Kind.PAIR),
  /// `replace(grid: Grid, replacee: Int, replacer: Int)`.
  REPLACE(Kind.GRID, Kind.GRID, Kind.INT, Kind.INT),
  /// `switch(grid: Grid, a: Int, b: Int)`.
  SWITCH(Kind.GRID, Kind.GRID, Kind.INT, Kind.INT),
  /// `canvas(value: Int, dimensions: Pair)`.
  CANVAS(Kind.GRID, Kind.INT, Kind.PAIR),
  /// `crop(grid: Grid, start: Pair, dims: Pair)`.
  CROP(Kind.GRID, Kind.GRID, Kind.PAIR, Kind.PAIR),
  /// `subgrid(patch: Patch, grid: Grid)`.
  SUBGRID(Kind.GRID, Kind.PATCH, Kind.GRID),
  /// `trim(grid: Grid)`.
  TRIM(Kind.GRID, Kind.GRID),
  /// `tophalf(grid: Grid)`.
  TOPHALF(Kind.GRID, Kind.GRID),
  /// `bottomhalf(grid: Grid)`.
  BOTTOMHALF(Kind.GRID, Kind.GRID),
  /// `lefthalf(grid: Grid)`.
  LEFTHALF(Kind.GRID, Kind.GRID),
  /// `righthalf(grid: Grid)`.
  RIGHTHALF(Kind.GRID, Kind.GRID),
  /// `hconcat(a: Grid, b: Grid)`.
  HCONCAT(Kind.GRID, Kind.GRID, Kind.GRID),
  /// `vconcat(a: Grid, b: Grid)`.
  VCONCAT(Kind.GRID, Kind.GRID, Kind.GRID),
  /// `hsplit(grid: Grid, n: Int)`.
  HSPLIT(Kind.TUP, Kind.GRID, Kind.INT),
  /// `vsplit(grid: Grid, n: Int)`.
  VSPLIT(Kind.TUP, Kind.GRID, Kind.INT),
  /// `hupscale(grid: Grid, factor: Int)`.
  HUPSCALE(Kind.GRID, Kind.GRID, Kind.INT),
  /// `vupscale(grid: Grid, factor: Int)`.
  VUPSCALE(Kind.GRID, Kind.GRID, Kind.INT),
  /// `upscale(element: Elem, factor: Int)`.
  UPSCALE(Kind.ELEM, Kind.ELEM, Kind.INT),
  /// `downscale(grid: Grid, factor: Int)`.
  DOWNSCALE(Kind.GRID, Kind.GRID, Kind.INT),
  /// `cellwise(a: Grid, b: Grid, fallback: Int)`.
  CELLWISE(Kind.GRID, Kind.GRID, Kind.GRID, Kind.INT);

  private final Kind result;
  private final List<Kind> parameters;
  private final String word = name().toLowerCase(Locale.ROOT);
  private final FunctionValue function;

  Primitive(Kind result, Kind... parameters) {
    this.result = result;
    this.parameters = List.of(parameters);
    this.function = new PrimitiveFunction(this);
  }

  /// The name in programs.
  ///
  /// @return lower-case letters and digits
  public String word() {
    return word;
  }

  /// The kind of its results.
  ///
  /// @return a kind
  public Kind result() {
    return result;
  }

  /// The kinds of its parameters.
  ///
  /// @return one to four
  public List<Kind> parameters() {
    return parameters;
  }

  /// The number of its parameters.
  ///
  /// @return 1 to 4
  public int arity() {
    return parameters.size();
  }

  /// It as a value. The same at each call, as equality is identity.
  ///
  /// @return the function
  public FunctionValue function() {
    return function;
  }

  /// Its result for these arguments. Counts a step for the call and one for 32 cells of arguments,
  /// and the cells of the result.
  ///
  /// @param meter what may still be used
  /// @param arguments as many as its arity; not modified
  /// @return the result
  /// @throws io.sheaf.arc.value.Failure if there is none
  public Value call(Meter meter, Value... arguments) {
    long weight = 32;
    for (Value argument : arguments) {
      weight += argument.weight();
    }
    meter.step(weight >> 5);
    Value result = Dispatch.apply(this, meter, arguments);
    meter.produce(result.weight());
    return result;
  }
}
