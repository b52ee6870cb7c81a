package io.sheaf.workloads.battery;

import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.Program;
import io.sheaf.engine.plan.UnitContext;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Canonical forms of programs, remembered for all units of this process. Hits, misses and what was
/// saved are counted. Thread-safe.
///
/// In memory only: a look into the shared cache takes longer than making a form anew.
final class Inlining {
  private static final int LIMIT = 10_000;
  private static final String HITS = "inlining_hits";
  private static final String MISSES = "inlining_misses";
  private static final String SAVED_NANOS = "inlining_saved_nanos";
  private static final String ENTRIES = "inlining_entries";

  // In the order of their last use.
  private final LinkedHashMap<Program, Form> forms = new LinkedHashMap<>(16, 0.75f, true);

  /// A program as all that differ from it only in words would be written.
  ///
  /// @param program the canonical form
  /// @param digest of it
  /// @param nanos what making it took
  record Form(Program program, String digest, long nanos) {}

  /// The canonical form of a program.
  Form of(Program source, UnitContext context) {
    long began = System.nanoTime();
    Optional<Form> known = known(source);
    if (known.isPresent()) {
      context.count(HITS, 1);
      context.count(SAVED_NANOS, known.get().nanos() - (System.nanoTime() - began));
      return known.get();
    }
    context.count(MISSES, 1);
    long start = System.nanoTime();
    Program canonical = CanonicalForm.of(source);
    String digest = canonical.digest();
    Form form = new Form(canonical, digest, System.nanoTime() - start);
    context.count(ENTRIES, keep(source, form));
    return form;
  }

  private synchronized Optional<Form> known(Program source) {
    return Optional.ofNullable(forms.get(source));
  }

  /// By how many entries there are more.
  private synchronized int keep(Program source, Form form) {
    int before = forms.size();
    forms.put(source, form);
    if (forms.size() > LIMIT) {
      forms.pollFirstEntry();
    }
    return forms.size() - before;
  }
}
