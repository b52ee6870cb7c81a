package io.sheaf.text;

import java.util.Arrays;

/// The longest common block of two long texts, in time and memory linear in both.
///
/// The automaton of all suffixes of the second text reads the first; each state knows where its
/// strings end first. Confined to one thread.
///
/// @see <a href="https://doi.org/10.1016/0304-3975(85)90157-4">Blumer et al. 1985</a>
final class SuffixAutomaton {
  private int[] lengths = new int[0];
  private int[] links = new int[0];
  private int[] firstEnds = new int[0];
  private int[] heads = new int[0];
  private int states;

  // Transitions in one hash table, chained by state so that they can be copied.
  private long[] keys = new long[0];
  private int[] targets = new int[0];
  private int[] nexts = new int[0];
  private int[] table = new int[0];
  private int transitions;

  private int first;
  private int second;
  private int length;

  int first() {
    return first;
  }

  int second() {
    return second;
  }

  int length() {
    return length;
  }

  void find(Symbols symbols, int firstStart, int firstEnd, int secondStart, int secondEnd) {
    build(symbols, secondStart, secondEnd);
    int state = 0;
    int matched = 0;
    length = 0;
    first = firstStart;
    second = secondStart;
    for (int i = firstStart; i < firstEnd; i++) {
      int symbol = symbols.first()[i];
      int next = target(state, symbol);
      while (next < 0 && state != 0) {
        state = links[state];
        matched = lengths[state];
        next = target(state, symbol);
      }
      if (next >= 0) {
        state = next;
        matched++;
      }
      if (matched > length) {
        length = matched;
        first = i - matched + 1;
        second = firstEnds[state] - matched + 1;
      }
    }
  }

  private void build(Symbols symbols, int start, int end) {
    reset(end - start);
    int last = 0;
    for (int j = start; j < end; j++) {
      int symbol = symbols.second()[j];
      if (symbols.isPopular(symbol)) {
        last = 0;
      } else {
        last = append(last, symbol, j);
      }
    }
  }

  /// Texts with gaps (popular characters) make an automaton of several strings.
  private int append(int last, int symbol, int place) {
    int known = target(last, symbol);
    if (known >= 0 && lengths[known] == lengths[last] + 1) {
      return known;
    }
    if (known >= 0) {
      return split(last, known, symbol);
    }
    int state = state(lengths[last] + 1, place);
    int from = last;
    while (from >= 0 && target(from, symbol) < 0) {
      put(from, symbol, state);
      from = links[from];
    }
    if (from < 0) {
      links[state] = 0;
    } else {
      int to = target(from, symbol);
      links[state] = lengths[to] == lengths[from] + 1 ? to : split(from, to, symbol);
    }
    return state;
  }

  private int split(int from, int to, int symbol) {
    int copy = state(lengths[from] + 1, firstEnds[to]);
    for (int edge = heads[to]; edge >= 0; edge = nexts[edge]) {
      put(copy, (int) keys[edge], targets[edge]);
    }
    links[copy] = links[to];
    links[to] = copy;
    int source = from;
    while (source >= 0) {
      int edge = edge(source, symbol);
      if (edge < 0 || targets[edge] != to) {
        break;
      }
      targets[edge] = copy;
      source = links[source];
    }
    return copy;
  }

  private int state(int size, int end) {
    lengths[states] = size;
    firstEnds[states] = end;
    heads[states] = -1;
    links[states] = -1;
    return states++;
  }

  private int target(int state, int symbol) {
    int edge = edge(state, symbol);
    return edge < 0 ? -1 : targets[edge];
  }

  private int edge(int state, int symbol) {
    long key = ((long) state << 32) | symbol;
    int mask = table.length - 1;
    int slot = slot(key, mask);
    while (table[slot] >= 0) {
      if (keys[table[slot]] == key) {
        return table[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private void put(int state, int symbol, int target) {
    long key = ((long) state << 32) | symbol;
    int mask = table.length - 1;
    int slot = slot(key, mask);
    while (table[slot] >= 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = transitions;
    keys[transitions] = key;
    targets[transitions] = target;
    nexts[transitions] = heads[state];
    heads[state] = transitions++;
  }

  private static int slot(long key, int mask) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
  }

  /// At most 2n states and 3n transitions.
  private void reset(int n) {
    int mostStates = 2 * n + 2;
    int mostEdges = 3 * n + 4;
    if (lengths.length < mostStates) {
      lengths = new int[mostStates];
      links = new int[mostStates];
      firstEnds = new int[mostStates];
      heads = new int[mostStates];
      keys = new long[mostEdges];
      targets = new int[mostEdges];
      nexts = new int[mostEdges];
    }
    int slots = Integer.highestOneBit(mostEdges) << 2;
    if (table.length != slots) {
      table = new int[slots];
    }
    Arrays.fill(table, -1);
    states = 0;
    transitions = 0;
    state(0, -1);
  }
}
