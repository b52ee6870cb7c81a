package io.sheaf.engine.run;

/// Places at which a test can end the process as `kill -9` does.
///
/// They are where something is durable and the next thing is not yet. `-Dsheaf.crash=NAME` names
/// one; nothing happens without it.
enum CrashPoint {
  /// The journal is complete, but has not got its name.
  JOURNAL_ASIDE,
  /// Attempts are durable and have not begun.
  ATTEMPTS_COMMITTED,
  /// A unit's file has its name, and the journal does not say so.
  ARTEFACT_MOVED,
  /// Results are in the journal, not committed.
  RESULTS_WRITTEN,
  /// Results are committed and nobody has been told.
  RESULTS_COMMITTED,
  /// The tables are there, the manifest is not.
  TABLES_WRITTEN,
  /// Everything is there but the last word in the journal.
  MANIFEST_WRITTEN;

  private static final String CHOSEN = System.getProperty("sheaf.crash", "");
  private static final int KILLED = 137;

  /// Ends the process if this is the chosen point.
  void pass() {
    passIf(true);
  }

  /// The same, once something is so.
  void passIf(boolean reached) {
    if (reached && name().equals(CHOSEN)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
