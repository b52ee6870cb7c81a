package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.PhaseTime;
import io.sheaf.engine.plan.PlanJson;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.Usage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What coordinator and child say to each other over a pipe: a mark, the kind, the fields.
///
/// Frames that hold arrays own them.
sealed interface Frame {
  /// Begins every frame, so that what something else prints into the pipe is noticed.
  int MARK = 0x5EAF;

  /// To the child: run this unit.
  record Start(Assignment attempt, Unit unit, Optional<byte[]> restored) implements Frame {}

  /// To the child: stop the unit, as soon as it can or after its next checkpoint.
  record Stop(boolean atCheckpoint) implements Frame {}

  /// To the child: nobody waits for this attempt any more; it may have ended already.
  record Withdraw(int unit, int epoch) implements Frame {}

  /// To the coordinator: ready for units.
  record Ready() implements Frame {}

  /// To the coordinator: still there.
  record Beat() implements Frame {}

  /// To the coordinator: a state to go on from.
  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
  record Saved(byte[] state) implements Frame {}

  /// To the coordinator: how far the unit is.
  record Advanced(long done, long total) implements Frame {}

  /// To the coordinator: the unit failed unexpectedly, its end follows.
  record Defect(String trace) implements Frame {}

  /// To the coordinator: something a person should know.
  record Notice(String line) implements Frame {}

  /// To the coordinator: the unit is through.
  record Ended(Outcome outcome, Usage usage) implements Frame {}

  /// Writes the frame; does not flush.
  default void write(DataOutputStream out) throws IOException {
    out.writeShort(MARK);
    switch (this) {
      case Start start -> writeStart(start, out);
      case Stop(boolean atCheckpoint) -> {
        out.writeByte(2);
        out.writeBoolean(atCheckpoint);
      }
      case Withdraw(int unit, int epoch) -> {
        out.writeByte(10);
        out.writeInt(unit);
        out.writeInt(epoch);
      }
      case Ready _ -> out.writeByte(3);
      case Beat _ -> out.writeByte(4);
      case Saved(byte[] state) -> {
        out.writeByte(5);
        bytes(out, state);
      }
      case Advanced(long done, long total) -> {
        out.writeByte(6);
        out.writeLong(done);
        out.writeLong(total);
      }
      case Defect(String trace) -> {
        out.writeByte(7);
        text(out, trace);
      }
      case Notice(String line) -> {
        out.writeByte(9);
        text(out, line);
      }
      case Ended(Outcome outcome, Usage usage) -> {
        out.writeByte(8);
        writeOutcome(outcome, out);
        writeUsage(usage, out);
      }
    }
  }

  /// Reads the next frame.
  ///
  /// @throws IOException if the other side is gone or says something else
  static Frame read(DataInputStream in) throws IOException {
    int mark = in.readUnsignedShort();
    if (mark != MARK) {
      throw new UTFDataFormatException("the pipe holds something that is no frame");
    }
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case 1 -> readStart(in);
      case 2 -> new Stop(in.readBoolean());
      case 3 -> new Ready();
      case 4 -> new Beat();
      case 5 -> new Saved(bytes(in));
      case 6 -> new Advanced(in.readLong(), in.readLong());
      case 7 -> new Defect(text(in));
      case 8 -> new Ended(readOutcome(in), readUsage(in));
      case 9 -> new Notice(text(in));
      case 10 -> new Withdraw(in.readInt(), in.readInt());
      default -> throw new UTFDataFormatException("a frame of kind " + kind);
    };
  }

  private static void writeStart(Start start, DataOutputStream out) throws IOException {
    out.writeByte(1);
    out.writeInt(start.attempt().unit());
    out.writeInt(start.attempt().epoch());
    text(out, start.attempt().why());
    out.writeInt(start.attempt().heapFactor());
    text(out, start.unit().id());
    text(out, start.unit().group());
    out.writeDouble(start.unit().weight());
    text(out, PlanJson.texts(start.unit().parameters()));
    text(out, PlanJson.inputs(start.unit().inputs()));
    out.writeBoolean(start.restored().isPresent());
    if (start.restored().isPresent()) {
      bytes(out, start.restored().get());
    }
  }

  private static Start readStart(DataInputStream in) throws IOException {
    Assignment attempt = new Assignment(in.readInt(), in.readInt(), text(in), in.readInt());
    Unit unit =
        new Unit(
            text(in),
            text(in),
            in.readDouble(),
            PlanJson.texts(text(in)),
            PlanJson.inputs(text(in)));
    return new Start(attempt, unit, in.readBoolean() ? Optional.of(bytes(in)) : Optional.empty());
  }

  private static void writeOutcome(Outcome outcome, DataOutputStream out) throws IOException {
    switch (outcome) {
      case Outcome.Done(var output) -> field(out, 1, PlanJson.output(output));
      case Outcome.Failed(String message, boolean expected) ->
          field(out, expected ? 2 : 3, message);
      case Outcome.OutOfMemory(String message) -> field(out, 4, message);
      case Outcome.Cancelled _ -> field(out, 5, "");
      case Outcome.TimedOut(long millis) -> field(out, 6, Long.toString(millis));
      case Outcome.Lost(String worker) -> field(out, 7, worker);
    }
  }

  private static Outcome readOutcome(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    String text = text(in);
    return switch (kind) {
      case 1 -> new Outcome.Done(PlanJson.output(text));
      case 2 -> new Outcome.Failed(text, true);
      case 3 -> new Outcome.Failed(text, false);
      case 4 -> new Outcome.OutOfMemory(text);
      case 5 -> new Outcome.Cancelled();
      case 6 -> new Outcome.TimedOut(Long.parseLong(text));
      case 7 -> new Outcome.Lost(text);
      default -> throw new UTFDataFormatException("an outcome of kind " + kind);
    };
  }

  private static void writeUsage(Usage usage, DataOutputStream out) throws IOException {
    out.writeLong(usage.startedMillis());
    out.writeLong(usage.wallNanos());
    out.writeLong(usage.cpuNanos());
    out.writeInt(usage.phases().size());
    for (PhaseTime phase : usage.phases()) {
      text(out, phase.name());
      out.writeLong(phase.calls());
      out.writeLong(phase.wallNanos());
      out.writeLong(phase.cpuNanos());
      out.writeLong(phase.firstNanos());
      out.writeLong(phase.lastNanos());
    }
    out.writeInt(usage.counters().size());
    for (Map.Entry<String, Long> counter : usage.counters().entrySet()) {
      text(out, counter.getKey());
      out.writeLong(counter.getValue());
    }
  }

  private static Usage readUsage(DataInputStream in) throws IOException {
    long started = in.readLong();
    long wall = in.readLong();
    long cpu = in.readLong();
    List<PhaseTime> phases = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      phases.add(
          new PhaseTime(
              text(in), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }
    Map<String, Long> counters = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      counters.put(text(in), in.readLong());
    }
    return new Usage(started, wall, cpu, phases, counters);
  }

  private static void field(DataOutputStream out, int kind, String text) throws IOException {
    out.writeByte(kind);
    text(out, text);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new UTFDataFormatException("a field of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the pipe ends within a frame");
    }
    return bytes;
  }
}
