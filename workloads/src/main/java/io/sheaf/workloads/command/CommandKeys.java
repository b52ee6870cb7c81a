package io.sheaf.workloads.command;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.flag;
import static io.sheaf.engine.config.KeyType.listOf;
import static io.sheaf.engine.config.KeyType.text;
import static io.sheaf.engine.config.KeyType.whole;

import io.sheaf.engine.config.Key;
import java.util.List;

/// The keys of a `command` configuration.
///
/// What the units are made of is no part of a unit's identity: the unit's own values are.
final class CommandKeys {
  static final List<Key> ALL =
      List.of(
          result("command", listOf(text()), null, "program and arguments, with placeholders"),
          result("shell", flag(), false, "whether sh reads the command; values are quoted for it"),
          circumstance("items", listOf(text()), null, "a unit each, as {}"),
          circumstance("items_file", text(), null, "a unit for each line of this file, as {}"),
          circumstance("range", text(), null, "a unit for each number, as in 1..100 or 0..9/3"),
          circumstance("glob", text(), null, "a unit for each file, as in data/*.csv"),
          circumstance("csv", text(), null, "a unit for each row, its columns as {column}"),
          circumstance("shards", whole(1, 1_000_000), null, "units {shard} of {shards}, from 0"),
          circumstance("parameters.*", listOf(text()), null, "values of {name}; all combinations"),
          circumstance(
              "linked",
              listOf(text()),
              List.of(),
              "parameters that go step by step with the one before, instead of all combinations"),
          result("directory", text(), null, "where the command runs; by default, where sheaf does"),
          result("environment.*", text(), null, "a variable of the command"),
          result("stdin", text(), null, "file that the command reads; by default, nothing"),
          result("inputs", listOf(text()), List.of(), "files whose content the result depends on"),
          result(
              "outputs", listOf(text()), List.of(), "files it must make; {output} is moved there"),
          result("success_codes", listOf(whole(0, 255)), List.of(0L), "exit codes that mean done"),
          result("capture", choice("both", "stdout", "none"), "both", "what of its output is kept"),
          result(
              "capture_bytes",
              whole(0, 16 << 20),
              16_384L,
              "longer output is kept as a file instead of in the table"),
          circumstance("memory", text(), null, "most address space of the command, as in 2g"),
          circumstance("weight", text(), null, "expected duration, a number such as {size}"),
          circumstance("print", flag(), true, "whether the output of done units is printed"),
          result("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), 42L, "gives every unit its {seed}"),
          circumstance("jvm.xmx", text(), null, "heap of sheaf itself, set before it starts"));

  private CommandKeys() {}
}
