package io.sheaf.arc.program;

import io.sheaf.arc.dsl.Primitive;
import java.util.EnumSet;
import java.util.Set;

/// Which calls may make functions that did not exist before.
///
/// Functions are equal to themselves only, so two such calls may not be made one within a program,
/// although they look the same: a set of both results would shrink.
public final class Freshness {
  private static final Set<Primitive> MAKERS =
      EnumSet.of(
          Primitive.COMPOSE,
          Primitive.CHAIN,
          Primitive.MATCHER,
          Primitive.FORK,
          Primitive.RBIND,
          Primitive.LBIND,
          Primitive.POWER);
  private static final Set<Primitive> CALLERS =
      EnumSet.of(
          Primitive.APPLY,
          Primitive.RAPPLY,
          Primitive.MAPPLY,
          Primitive.PAPPLY,
          Primitive.MPAPPLY,
          Primitive.PRAPPLY,
          Primitive.VALMAX,
          Primitive.VALMIN);

  private Freshness() {}

  /// Whether the result of a line may be, or have in it, a new function.
  ///
  /// @param line any
  /// @return false only if it never can
  public static boolean isMaker(Line line) {
    if (!(line.callee() instanceof Reference.Named(Primitive callee))) {
      return true;
    }
    return MAKERS.contains(callee)
        || (CALLERS.contains(callee) && line.arguments().stream().anyMatch(Freshness::mayMake));
  }

  private static boolean mayMake(Reference argument) {
    return switch (argument) {
      case Reference.Named(Primitive primitive) ->
          MAKERS.contains(primitive) || CALLERS.contains(primitive);
      case Reference.Variable _ -> true;
      case Reference.Input _, Reference.Fixed _ -> false;
    };
  }
}
