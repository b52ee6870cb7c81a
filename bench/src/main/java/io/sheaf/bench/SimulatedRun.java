package io.sheaf.bench;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.schedule.Pending;
import io.sheaf.engine.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/// One run on machines that are only imagined, with the real [Schedule] in the middle. Time is a
/// number: nothing waits. Confined to one thread.
///
/// Durations follow a Pareto distribution of mean 60 s and exponent 1.5, cut off at 50 times the
/// mean. A fault takes the attempt after a random part of its time. The rule by which slow units
/// are given to a second node is that of the engine's remote pool.
final class SimulatedRun {
  private static final double MEAN_MILLIS = 60_000;
  private static final double EXPONENT = 1.5;
  private static final double LONGEST = 50;
  private static final double SLOW = 3;
  private static final double SHORT_MILLIS = 5000;
  private static final double SLOW_NODE = 5;
  private static final int RETRIES = 5;

  /// What is wrong with the world.
  ///
  /// @param weightError standard deviation of the logarithm of expected over true duration;
  ///   infinite if nothing is known
  /// @param faults fraction of attempts that are lost
  /// @param slowNodes fraction of nodes that take five times as long
  /// @param copies whether idle nodes try slow units too
  record World(String name, double weightError, double faults, double slowNodes, boolean copies) {}

  /// What came of it.
  ///
  /// @param boundMillis the longest unit, or all work spread over all nodes evenly
  /// @param schedulingNanos in the schedule itself, on the machine that simulates
  record Result(
      double makespanMillis, double boundMillis, long attempts, long copies, long schedulingNanos) {
    double ratio() {
      return makespanMillis / boundMillis;
    }
  }

  private record Attempt(Assignment assignment, int node, double endMillis, boolean lost) {}

  private record Check(Assignment assignment, double atMillis) {}

  private final World world;
  private final SplittableRandom random;
  private final double[] millis;
  private final double[] weights;
  private final double[] pace;
  private final Schedule schedule;
  private final PriorityQueue<Attempt> ends =
      new PriorityQueue<>(Comparator.comparingDouble(Attempt::endMillis));
  private final PriorityQueue<Check> checks =
      new PriorityQueue<>(Comparator.comparingDouble(Check::atMillis));
  private final Deque<Integer> idle = new ArrayDeque<>();
  private final Map<Assignment, Integer> copiesOf = new HashMap<>();
  private final Set<Assignment> unsettled = new HashSet<>();
  private double now;
  private double doneWeight;
  private double doneMillis;
  private long attempts;
  private long copies;
  private long schedulingNanos;

  SimulatedRun(World world, int nodes, int units, long seed) {
    this.world = world;
    this.random = new SplittableRandom(seed);
    this.millis = new double[units];
    this.weights = new double[units];
    List<Pending> pending = new ArrayList<>(units);
    for (int unit = 0; unit < units; unit++) {
      millis[unit] = duration(random.nextDouble());
      weights[unit] = weight(millis[unit]);
      pending.add(new Pending(unit, weights[unit], 0, "", 0));
    }
    this.pace = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      pace[node] = random.nextDouble() < world.slowNodes ? SLOW_NODE : 1;
      idle.add(node);
    }
    long began = System.nanoTime();
    this.schedule = new Schedule(pending, RETRIES);
    schedulingNanos += System.nanoTime() - began;
  }

  private static double duration(double uniform) {
    double least = (EXPONENT - 1) / EXPONENT;
    return MEAN_MILLIS * Math.min(LONGEST, least * Math.pow(1 - uniform, -1 / EXPONENT));
  }

  private double weight(double trueMillis) {
    return Double.isInfinite(world.weightError)
        ? 1
        : trueMillis * Math.exp(world.weightError * random.nextGaussian());
  }

  Result run() {
    handOut();
    while (!schedule.isFinished()) {
      double end = ends.isEmpty() ? Double.POSITIVE_INFINITY : ends.peek().endMillis();
      double check = checks.isEmpty() || idle.isEmpty() ? end : checks.peek().atMillis();
      double wake = idle.isEmpty() ? end : schedule.wakeUpMillis().orElse(Long.MAX_VALUE);
      now = Math.max(now, Math.min(end, Math.min(check, wake)));
      if (end <= now) {
        ended(ends.remove());
      } else if (check <= now) {
        copy(checks.remove().assignment());
      }
      handOut();
    }
    double work = 0;
    double longest = 0;
    for (double one : millis) {
      work += one;
      longest = Math.max(longest, one);
    }
    double bound = Math.max(longest, work / pace.length);
    return new Result(now, bound, attempts, copies, schedulingNanos);
  }

  private void handOut() {
    while (!idle.isEmpty()) {
      long began = System.nanoTime();
      Optional<Assignment> next = schedule.next((long) now);
      schedulingNanos += System.nanoTime() - began;
      if (next.isEmpty()) {
        return;
      }
      unsettled.add(next.get());
      begin(next.get());
    }
  }

  private void begin(Assignment assignment) {
    int node = idle.remove();
    attempts++;
    double taken = millis[assignment.unit()] * pace[node];
    boolean lost = random.nextDouble() < world.faults;
    double end = now + (lost ? taken * random.nextDouble() : taken);
    ends.add(new Attempt(assignment, node, end, lost));
    copiesOf.merge(assignment, 1, Integer::sum);
    if (world.copies && doneWeight > 0) {
      double expected = weights[assignment.unit()] * doneMillis / doneWeight;
      checks.add(new Check(assignment, now + Math.max(SHORT_MILLIS, SLOW * expected)));
    }
  }

  /// Only where nothing waits: else the node has better things to do.
  private void copy(Assignment assignment) {
    if (unsettled.contains(assignment) && copiesOf.getOrDefault(assignment, 0) == 1) {
      copies++;
      begin(assignment);
    }
  }

  private void ended(Attempt attempt) {
    idle.add(attempt.node());
    Assignment assignment = attempt.assignment();
    int others = copiesOf.merge(assignment, -1, Integer::sum);
    if (others == 0) {
      copiesOf.remove(assignment);
    }
    if (!unsettled.contains(assignment) || (attempt.lost() && others > 0)) {
      return;
    }
    unsettled.remove(assignment);
    Outcome outcome =
        attempt.lost()
            ? new Outcome.Lost("node " + attempt.node())
            : new Outcome.Done(new UnitOutput(List.of()));
    long began = System.nanoTime();
    schedule.ended(assignment, outcome, (long) now);
    schedulingNanos += System.nanoTime() - began;
    if (!attempt.lost()) {
      doneWeight += weights[assignment.unit()];
      doneMillis += millis[assignment.unit()] * pace[attempt.node()];
    }
  }
}
