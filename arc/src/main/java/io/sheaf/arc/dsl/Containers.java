package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.like;
import static io.sheaf.arc.dsl.Arguments.noFirst;
import static io.sheaf.arc.dsl.Arguments.nothing;
import static io.sheaf.arc.dsl.Arguments.whole;

import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Indices;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.PackedSet;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tuples and sets as such.
final class Containers {
  private Containers() {}

  static Value contained(Value value, Value where) {
    return IntegerValue.of(container(where).contains(value));
  }

  static Value combine(Value a, Value b) {
    Container left = container(a);
    Container right = container(b);
    if (left instanceof SetValue) {
      SetBuilder builder = new SetBuilder();
      addAll(left, builder);
      addAll(right, builder);
      return builder.build();
    }
    Value[] items = Arrays.copyOf(left.toArray(), left.size() + right.size());
    for (int i = 0; i < right.size(); i++) {
      items[left.size() + i] = right.get(i);
    }
    return TupleValue.of(items);
  }

  static void addAll(Container elements, SetBuilder builder) {
    switch (elements) {
      case Cells cells -> {
        for (long cell : cells.packed()) {
          builder.addCell(cell);
        }
      }
      case Indices indices -> {
        for (long place : indices.packed()) {
          builder.addPlace(place);
        }
      }
      default -> {
        for (int i = 0; i < elements.size(); i++) {
          builder.add(elements.get(i));
        }
      }
    }
  }

  static Value intersection(Value a, Value b) {
    if (a instanceof IntegerValue x && b instanceof IntegerValue y) {
      return x.isLogical() && y.isLogical()
          ? IntegerValue.of((x.value() & y.value()) == 1)
          : IntegerValue.of(x.value() & y.value());
    }
    SetValue right = Arguments.set(b);
    return selected(Arguments.set(a), right, true);
  }

  /// Elements of one that are, or are not, in the other.
  private static Container selected(Container from, Container other, boolean wanted) {
    if (from instanceof PackedSet all
        && other instanceof PackedSet some
        && from.getClass() == other.getClass()) {
      return packedSelected(all, some, wanted);
    }
    Value[] kept = new Value[from.size()];
    int size = 0;
    for (int i = 0; i < kept.length; i++) {
      Value item = from.get(i);
      if (other.contains(item) == wanted) {
        kept[size++] = item;
      }
    }
    return like(from, kept, size);
  }

  private static SetValue packedSelected(PackedSet from, PackedSet other, boolean wanted) {
    long[] all = from.packed();
    long[] kept = new long[all.length];
    int size = 0;
    for (long item : all) {
      if (other.containsPacked(item) == wanted) {
        kept[size++] = item;
      }
    }
    long[] exact = Arrays.copyOf(kept, size);
    return from instanceof Cells ? Cells.ofDistinct(exact) : Indices.ofDistinct(exact);
  }

  static Value difference(Value a, Value b) {
    Container left = container(a);
    return left.size() == 0 ? left : selected(left, container(b), false);
  }

  static Value dedupe(Value tuple) {
    Container items = container(tuple);
    if (items instanceof SetValue && items.size() > 0) {
      throw lacks("index", items);
    }
    return TupleValue.of(SetValue.of(items.toArray()).toArray());
  }

  static Failure lacks(String what, Value value) {
    return Failure.of(ErrorKind.ATTRIBUTE, value.kind() + " has no " + what);
  }

  static Value repeat(Meter meter, Value item, Value number) {
    long count = Math.max(0, whole(number));
    meter.require(
        Math.multiplyHigh(count, item.weight()) > 0 ? Long.MAX_VALUE / 4 : count * item.weight());
    Value[] items = new Value[(int) count];
    Arrays.fill(items, item);
    return TupleValue.of(items);
  }

  static Value size(Value of) {
    return IntegerValue.of(container(of).size());
  }

  static Container merge(Container containers) {
    if (containers instanceof SetValue) {
      SetBuilder builder = new SetBuilder();
      for (int i = 0; i < containers.size(); i++) {
        addAll(container(containers.get(i)), builder);
      }
      return builder.build();
    }
    int size = 0;
    for (int i = 0; i < containers.size(); i++) {
      size = Math.addExact(size, container(containers.get(i)).size());
    }
    Value[] items = new Value[size];
    int at = 0;
    for (int i = 0; i < containers.size(); i++) {
      Container inner = container(containers.get(i));
      for (int j = 0; j < inner.size(); j++) {
        items[at++] = inner.get(j);
      }
    }
    return TupleValue.of(items);
  }

  /// The element of greatest or lowest frequency, the first of several.
  static Value common(Value of, boolean most) {
    if (!(of instanceof TupleValue tuple)) {
      throw lacks("count", of);
    }
    Map<Value, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < tuple.size(); i++) {
      counts.merge(tuple.get(i), 1, Integer::sum);
    }
    Map.Entry<Value, Integer> best = null;
    for (Map.Entry<Value, Integer> entry : counts.entrySet()) {
      if (best == null
          || (most ? entry.getValue() > best.getValue() : entry.getValue() < best.getValue())) {
        best = entry;
      }
    }
    if (best == null) {
      throw nothing();
    }
    return best.getKey();
  }

  static Value insert(Value value, Value into) {
    if (!(into instanceof SetValue set)) {
      throw lacks("union", into);
    }
    SetBuilder builder = new SetBuilder();
    addAll(set, builder);
    builder.add(value);
    return builder.build();
  }

  static Value remove(Value value, Value from) {
    Container container = container(from);
    Value[] kept = new Value[container.size()];
    int size = 0;
    for (int i = 0; i < container.size(); i++) {
      Value item = container.get(i);
      if (!item.equals(value)) {
        kept[size++] = item;
      }
    }
    return like(container, kept, size);
  }

  static Value other(Value of, Value value) {
    Container container = container(of);
    for (int i = 0; i < container.size(); i++) {
      if (!container.get(i).equals(value)) {
        return container.get(i);
      }
    }
    throw noFirst();
  }

  static Value first(Value of) {
    Container container = container(of);
    if (container.size() == 0) {
      throw noFirst();
    }
    return container.get(0);
  }

  static Value last(Value of) {
    Container container = container(of);
    if (container.size() == 0) {
      throw nothing();
    }
    return container.get(container.size() - 1);
  }

  static Value toTuple(Value of) {
    return of instanceof TupleValue ? of : TupleValue.of(container(of).toArray());
  }

  static Value sizeFilter(Value of, Value n) {
    Container container = container(of);
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < container.size(); i++) {
      Value item = container.get(i);
      if (size(item).equals(n)) {
        builder.add(item);
      }
    }
    return builder.build();
  }

  static Value product(Meter meter, Value a, Value b) {
    Container outer = container(b);
    SetBuilder builder = new SetBuilder();
    if (outer.size() == 0) {
      return builder.build();
    }
    Container inner = container(a);
    meter.require((long) inner.size() * outer.size());
    for (int j = 0; j < outer.size(); j++) {
      meter.step(inner.size());
      for (int i = 0; i < inner.size(); i++) {
        builder.add(TupleValue.of(inner.get(i), outer.get(j)));
      }
    }
    return builder.build();
  }

  static Value pair(Value a, Value b) {
    Container left = container(a);
    Container right = container(b);
    Value[] items = new Value[Math.min(left.size(), right.size())];
    for (int i = 0; i < items.length; i++) {
      items[i] = TupleValue.of(left.get(i), right.get(i));
    }
    return TupleValue.of(items);
  }
}
