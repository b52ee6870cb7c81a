package io.sheaf.workloads;

import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.augment.AugmentWorkload;
import io.sheaf.workloads.battery.BatteryWorkload;
import io.sheaf.workloads.cohort.CohortWorkload;
import io.sheaf.workloads.command.CommandWorkload;
import io.sheaf.workloads.noop.NoopWorkload;
import io.sheaf.workloads.te.NetworkWorkload;
import io.sheaf.workloads.te.TeWorkload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Everything that is built in.
public final class Workloads {
  private static final Workload COHORT = new CohortWorkload();
  private static final Workload COMMAND = new CommandWorkload();
  private static final Workload NOOP = new NoopWorkload();
  private static final List<String> COHORT_PRESETS =
      List.of("k6_full", "k6_sound", "k4_fast", "24bin_cte", "smoke");
  private static final Workload AUGMENT = new AugmentWorkload();
  private static final List<String> AUGMENT_PRESETS =
      List.of("augment", "augment_demo", "augment_pairs", "augment_sentences");
  private static final Workload BATTERY = new BatteryWorkload();
  private static final List<String> BATTERY_PRESETS =
      List.of("battery", "battery_demo", "battery_play");
  private static final Workload TE = new TeWorkload();
  private static final Workload NETWORK = new NetworkWorkload();
  private static final List<String> NETWORK_PRESETS = List.of("network", "network_demo");

  private Workloads() {}

  public static List<Workload> all() {
    return List.of(COHORT, TE, NETWORK, AUGMENT, BATTERY, COMMAND, NOOP);
  }

  public static List<Preset> presets() {
    Stream<Preset> cohort = COHORT_PRESETS.stream().map(name -> load(name, COHORT));
    Stream<Preset> augment = AUGMENT_PRESETS.stream().map(name -> load(name, AUGMENT));
    Stream<Preset> battery = BATTERY_PRESETS.stream().map(name -> load(name, BATTERY));
    Stream<Preset> network = NETWORK_PRESETS.stream().map(name -> load(name, NETWORK));
    Stream<Preset> others = Stream.of(TE, COMMAND, NOOP).map(one -> load(one.name(), one));
    return Stream.of(cohort, augment, battery, network, others).flatMap(one -> one).toList();
  }

  private static Preset load(String name, Workload workload) {
    String resource = "presets/" + name + ".yaml";
    try (InputStream in = Workloads.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String summary = yaml.lines().findFirst().orElse("").replaceFirst("^# *", "");
      return new Preset(name, workload, yaml, summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
