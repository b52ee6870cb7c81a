package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.like;
import static io.sheaf.arc.dsl.Arguments.noFirst;
import static io.sheaf.arc.dsl.Arguments.nothing;

import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.NoneValue;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;

/// What calls a function for each element.
final class Loops {
  private Loops() {}

  static Container filter(Meter meter, Value of, Value condition) {
    Container container = container(of);
    Value[] kept = new Value[container.size()];
    int size = 0;
    try {
      for (int i = 0; i < kept.length; i++) {
        Value item = container.get(i);
        if (Functions.holds(meter, condition, item)) {
          kept[size++] = item;
        }
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    return like(container, kept, size);
  }

  static Value extract(Meter meter, Value of, Value condition) {
    Container container = container(of);
    try {
      for (int i = 0; i < container.size(); i++) {
        Value item = container.get(i);
        if (Functions.holds(meter, condition, item)) {
          return item;
        }
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    throw noFirst();
  }

  static Container apply(Meter meter, Value function, Value to) {
    Container container = container(to);
    Value[] results = new Value[container.size()];
    try {
      for (int i = 0; i < results.length; i++) {
        results[i] = Functions.call(meter, function, container.get(i));
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    return like(container, results, results.length);
  }

  static Value applyEach(Meter meter, Value functions, Value value) {
    Container container = container(functions);
    Value[] results = new Value[container.size()];
    try {
      for (int i = 0; i < results.length; i++) {
        results[i] = Functions.call(meter, container.get(i), value);
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    return like(container, results, results.length);
  }

  static TupleValue applyInPairs(Meter meter, Value function, Value a, Value b) {
    Container left = container(a);
    Container right = container(b);
    Value[] results = new Value[Math.min(left.size(), right.size())];
    try {
      for (int i = 0; i < results.length; i++) {
        results[i] = Functions.call(meter, function, left.get(i), right.get(i));
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    return TupleValue.of(results);
  }

  static Value applyToProduct(Meter meter, Value function, Value a, Value b) {
    Container outer = container(b);
    SetBuilder builder = new SetBuilder();
    try {
      for (int j = 0; j < outer.size(); j++) {
        Container inner = container(a);
        for (int i = 0; i < inner.size(); i++) {
          builder.add(Functions.call(meter, function, inner.get(i), outer.get(j)));
        }
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    return builder.build();
  }

  private static Value key(Meter meter, Value function, Value of) {
    return function instanceof NoneValue ? of : Functions.call(meter, function, of);
  }

  /// The first of the elements with the extreme key.
  static Value extreme(Meter meter, Value of, Value function, boolean greatest) {
    Container container = container(of);
    if (container.size() == 0) {
      throw nothing();
    }
    Value best = container.get(0);
    Value bestKey = key(meter, function, best);
    for (int i = 1; i < container.size(); i++) {
      Value item = container.get(i);
      Value key = key(meter, function, item);
      if (greatest ? bestKey.isLess(key) : key.isLess(bestKey)) {
        best = item;
        bestKey = key;
      }
    }
    return best;
  }

  /// The extreme element, 0 of nothing.
  static Value extreme(Meter meter, Value of, boolean greatest) {
    return container(of).size() == 0
        ? IntegerValue.of(0)
        : extreme(meter, of, NoneValue.NONE, greatest);
  }

  /// The key of the extreme element; that of 0 for nothing.
  static Value extremeKey(Meter meter, Value of, Value function, boolean greatest) {
    Value winner =
        container(of).size() == 0 ? IntegerValue.of(0) : extreme(meter, of, function, greatest);
    return Functions.call(meter, function, winner);
  }

  private record Keyed(Value key, Value item) {}

  private static int compare(Keyed a, Keyed b) {
    return a.key().isLess(b.key()) ? -1 : b.key().isLess(a.key()) ? 1 : 0;
  }

  static Value order(Meter meter, Value of, Value function) {
    Container container = container(of);
    Keyed[] keyed = new Keyed[container.size()];
    for (int i = 0; i < keyed.length; i++) {
      Value item = container.get(i);
      keyed[i] = new Keyed(key(meter, function, item), item);
    }
    try {
      Arrays.sort(keyed, Loops::compare);
    } catch (IllegalArgumentException _) {
      throw Failure.type("an order of these sets");
    }
    Value[] sorted = new Value[keyed.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = keyed[i].item();
    }
    return TupleValue.of(sorted);
  }
}
