package io.sheaf.engine.journal;

import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.PlanJson;
import java.util.List;

/// The committed outcome of a unit, as it is stored.
///
/// @param unit position in the plan
/// @param epoch the attempt that committed
/// @param outcome `done` or another outcome's word
/// @param content rows as JSON if done, else the message; equal results have equal content
public record StoredResult(int unit, int epoch, String outcome, String content) {
  static StoredResult of(int unit, int epoch, Outcome outcome) {
    String content =
        outcome instanceof Outcome.Done done ? PlanJson.output(done.output()) : outcome.message();
    return new StoredResult(unit, epoch, outcome.word(), content);
  }

  public boolean isDone() {
    return outcome.equals("done");
  }

  /// The files the unit has made.
  public List<Artefact> artefacts() {
    return isDone() && content.contains("[\"\",")
        ? PlanJson.output(content).artefacts()
        : List.of();
  }

  /// How many rows it has.
  public int rows() {
    return isDone() ? PlanJson.output(content).rows().size() : 0;
  }

  /// The outcome again; one that is not done comes back as a failure with its word and message.
  public Outcome toOutcome() {
    return isDone()
        ? new Outcome.Done(PlanJson.output(content))
        : new Outcome.Failed(outcome.equals("failed") ? content : outcome + ": " + content, true);
  }

  long checksum() {
    return Checksum.of(unit, epoch, outcome, content);
  }
}
