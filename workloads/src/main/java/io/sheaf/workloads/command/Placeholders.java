package io.sheaf.workloads.command;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Fills `{}` and `{name}`, and with `.` `/` `//` `/.` before the closing brace a path without its
/// extension, its last part, its directory, its last part without extension. Braces around anything
/// else stay as they are. Immutable.
///
/// @param values by name; that of `{}` has the empty name
record Placeholders(Map<String, String> values) {
  private static final Pattern BRACES = Pattern.compile("\\{([A-Za-z0-9_#-]*)(/?[/.])?}");

  Placeholders {
    values = Map.copyOf(values);
  }

  String fill(String template) {
    return fill(template, UnaryOperator.identity());
  }

  /// Fills in what a function, such as quoting, makes of the values.
  String fill(String template, UnaryOperator<String> form) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    return BRACES
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(text(match, form)));
  }

  private String text(MatchResult match, UnaryOperator<String> form) {
    String value = values.get(match.group(1));
    return value == null ? match.group() : form.apply(part(value, match.group(2)));
  }

  private static String part(String value, @Nullable String which) {
    return switch (which) {
      case null -> value;
      case "." -> withoutExtension(value);
      case "/" -> last(value);
      case "//" -> directory(value);
      default -> withoutExtension(last(value));
    };
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String directory(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /// Whether any of the templates holds a placeholder of one of these names.
  static boolean isAnyIn(List<String> templates, Iterable<String> names) {
    for (String name : names) {
      Pattern braces = Pattern.compile("\\{" + Pattern.quote(name) + "(/?[/.])?}");
      if (templates.stream().anyMatch(template -> braces.matcher(template).find())) {
        return true;
      }
    }
    return false;
  }
}
