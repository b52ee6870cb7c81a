package io.sheaf.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.PhaseTime;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.Usage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {
  private static final Usage USAGE =
      new Usage(
          1, 2, 3, List.of(new PhaseTime("a \u00e9", 1, 2, 3, 4, 5)), Map.of("rows", 7L, "x", -1L));
  private static final Unit UNIT =
      new Unit("user=\uD834\uDD1E", "g", 0.5, Map.of("k", "v\n"), List.of(new Input("n", "ab")));

  static List<Frame> frames() {
    Row row = new Row("t", Arrays.asList("a", 1L, -0.0, true, null));
    UnitOutput output = new UnitOutput(List.of(row), List.of(new Artefact("d/f.txt", "ab", 9)));
    return List.of(
        new Frame.Start(new Assignment(3, 4, "why", 2), UNIT, Optional.empty()),
        new Frame.Stop(true),
        new Frame.Withdraw(3, 4),
        new Frame.Ready(),
        new Frame.Beat(),
        new Frame.Advanced(1, Long.MAX_VALUE),
        new Frame.Defect("at\n  here"),
        new Frame.Notice("x".repeat(100_000)),
        new Frame.Ended(new Outcome.Done(output), USAGE),
        new Frame.Ended(new Outcome.Failed("\0", true), USAGE),
        new Frame.Ended(new Outcome.Failed("", false), USAGE),
        new Frame.Ended(new Outcome.OutOfMemory("heap"), USAGE),
        new Frame.Ended(new Outcome.Cancelled(), USAGE),
        new Frame.Ended(new Outcome.TimedOut(5), USAGE),
        new Frame.Ended(new Outcome.Lost("worker"), USAGE));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void comesBackAsItWas(Frame frame) throws Exception {
    assertThat(Frame.read(in(bytes(frame)))).isEqualTo(frame);
  }

  @Test
  void carriesBytes() throws Exception {
    byte[] state = {1, 2, -3};
    assertThat(((Frame.Saved) Frame.read(in(bytes(new Frame.Saved(state))))).state())
        .isEqualTo(state);
    Frame.Start start =
        new Frame.Start(new Assignment(1, 1, ""), UNIT, Optional.of(new byte[] {9}));
    assertThat(((Frame.Start) Frame.read(in(bytes(start)))).restored().orElseThrow())
        .containsExactly(9);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void endsWhereThePipeEnds(Frame frame) throws Exception {
    byte[] whole = bytes(frame);
    assertThatThrownBy(() -> Frame.read(in(Arrays.copyOf(whole, whole.length / 2))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Frame.read(in(new byte[0]))).isInstanceOf(EOFException.class);
  }

  @Test
  void isNotWhatSomebodyElsePrints() {
    assertThatThrownBy(
            () -> Frame.read(in("hello\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .hasMessageContaining("no frame");
  }

  private static byte[] bytes(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frame.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
