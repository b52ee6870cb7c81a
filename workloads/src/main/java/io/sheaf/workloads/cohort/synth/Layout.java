package io.sheaf.workloads.cohort.synth;

import io.sheaf.workloads.cohort.synth.Column.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The columns of a user file, in their order.
final class Layout {
  private static final Map<String, Content> PLANTED =
      Map.of(
          "timestamp", Content.TIMESTAMP,
          "raw_acc:magnitude_stats:mean", Content.MAGNITUDE,
          "raw_acc:3d:mean_x", Content.MEAN_X,
          "raw_acc:3d:mean_y", Content.MEAN_Y,
          "raw_acc:3d:mean_z", Content.MEAN_Z,
          "raw_acc:3d:std_x", Content.DEVIATION_X,
          "raw_acc:3d:std_y", Content.DEVIATION_Y,
          "raw_acc:3d:std_z", Content.DEVIATION_Z,
          "label:SITTING", Content.SITTING,
          "label_source", Content.LABEL_SOURCE);

  private static final String[] LABELS = {
    "LYING_DOWN",
    "SITTING",
    "FIX_walking",
    "FIX_running",
    "BICYCLING",
    "SLEEPING",
    "LAB_WORK",
    "IN_CLASS",
    "IN_A_MEETING",
    "LOC_main_workplace",
    "OR_indoors",
    "OR_outside",
    "IN_A_CAR",
    "ON_A_BUS",
    "DRIVE_-_I_M_THE_DRIVER",
    "DRIVE_-_I_M_A_PASSENGER",
    "LOC_home",
    "FIX_restaurant",
    "PHONE_IN_POCKET",
    "OR_exercise",
    "COOKING",
    "SHOPPING",
    "STROLLING",
    "DRINKING__ALCOHOL_",
    "BATHING_-_SHOWER",
    "CLEANING",
    "DOING_LAUNDRY",
    "WASHING_DISHES",
    "WATCHING_TV",
    "SURFING_THE_INTERNET",
    "AT_A_PARTY",
    "AT_A_BAR",
    "LOC_beach",
    "SINGING",
    "TALKING",
    "COMPUTER_WORK",
    "EATING",
    "TOILET",
    "GROOMING",
    "DRESSING",
    "AT_THE_GYM",
    "STAIRS_-_GOING_UP",
    "STAIRS_-_GOING_DOWN",
    "ELEVATOR",
    "OR_standing",
    "AT_SCHOOL",
    "PHONE_IN_HAND",
    "PHONE_IN_BAG",
    "PHONE_ON_TABLE",
    "WITH_CO-WORKERS",
    "WITH_FRIENDS"
  };

  private final List<Column> columns = new ArrayList<>();

  private Layout() {}

  static List<Column> columns(ColumnSet set) {
    Layout layout = new Layout();
    layout.addAll();
    return switch (set) {
      case FULL -> List.copyOf(layout.columns);
      case MINIMAL ->
          layout.columns.stream().filter(column -> !column.content().isOther()).toList();
    };
  }

  private void addAll() {
    numbers("", "timestamp");
    for (String sensor : List.of("raw_acc", "proc_gyro", "raw_magnet")) {
      magnitude(sensor);
      axes(sensor);
    }
    directions("raw_magnet:avr_cosine_similarity");
    magnitude("watch_acceleration");
    axes("watch_acceleration");
    for (String axis : List.of("x", "y", "z")) {
      series("watch_acceleration:spectrum:" + axis + "_log_energy_band", 5, "");
    }
    directions("watch_acceleration:relative_directions:avr_cosine_similarity");
    numbers(
        "watch_heading:",
        "mean_cos",
        "std_cos",
        "mom3_cos",
        "mom4_cos",
        "mean_sin",
        "std_sin",
        "mom3_sin",
        "mom4_sin",
        "entropy_8bins");
    location();
    series("audio_naive:mfcc", 13, ":mean");
    series("audio_naive:mfcc", 13, ":std");
    numbers("audio_properties:", "max_abs_value", "normalization_multiplier");
    discrete();
    numbers(
        "lf_measurements:",
        "light",
        "pressure",
        "proximity_cm",
        "proximity",
        "relative_humidity",
        "battery_level",
        "screen_brightness",
        "temperature_ambient");
    add(Content.OTHER_LABEL, "label:", LABELS);
    numbers("", "label_source");
  }

  private void magnitude(String sensor) {
    numbers(
        sensor + ":magnitude_stats:",
        "mean",
        "std",
        "moment3",
        "moment4",
        "percentile25",
        "percentile50",
        "percentile75",
        "value_entropy",
        "time_entropy");
    series(sensor + ":magnitude_spectrum:log_energy_band", 5, "");
    numbers(sensor + ":magnitude_spectrum:", "spectral_entropy");
    numbers(sensor + ":magnitude_autocorrelation:", "period", "normalized_ac");
  }

  private void axes(String sensor) {
    numbers(
        sensor + ":3d:",
        "mean_x",
        "mean_y",
        "mean_z",
        "std_x",
        "std_y",
        "std_z",
        "ro_xy",
        "ro_xz",
        "ro_yz");
  }

  private void directions(String prefix) {
    series(prefix + "_lag_range", 5, "");
  }

  private void location() {
    numbers(
        "location:",
        "num_valid_updates",
        "log_latitude_range",
        "log_longitude_range",
        "min_altitude",
        "max_altitude",
        "min_speed",
        "max_speed",
        "best_horizontal_accuracy",
        "best_vertical_accuracy",
        "diameter",
        "log_diameter");
    numbers(
        "location_quick_features:",
        "std_lat",
        "std_long",
        "lat_change",
        "long_change",
        "mean_abs_lat_deriv",
        "mean_abs_long_deriv");
  }

  private void discrete() {
    flags("app_state:", "is_active", "is_inactive", "is_background", "missing");
    flags("battery_plugged:", "is_ac", "is_usb", "is_wireless", "missing");
    flags(
        "battery_state:",
        "is_unknown",
        "is_unplugged",
        "is_not_charging",
        "is_discharging",
        "is_charging",
        "is_full",
        "missing");
    flags("on_the_phone:", "is_False", "is_True", "missing");
    flags("ringer_mode:", "is_normal", "is_silent_no_vibrate", "is_silent_with_vibrate", "missing");
    flags(
        "wifi_status:",
        "is_not_reachable",
        "is_reachable_via_wifi",
        "is_reachable_via_wwan",
        "missing");
    for (int hour = 0; hour < 24; hour += 3) {
      flags("time_of_day:", "between%dand%d".formatted(hour, (hour + 6) % 24));
    }
  }

  private void series(String prefix, int count, String suffix) {
    for (int i = 0; i < count; i++) {
      numbers(prefix, i + suffix);
    }
  }

  private void numbers(String prefix, String... names) {
    add(Content.OTHER_NUMBER, prefix, names);
  }

  private void flags(String group, String... names) {
    add(Content.OTHER_FLAG, "discrete:" + group, names);
  }

  private void add(Content otherwise, String prefix, String... names) {
    for (String name : names) {
      String full = prefix + name;
      columns.add(new Column(full, PLANTED.getOrDefault(full, otherwise)));
    }
  }
}
