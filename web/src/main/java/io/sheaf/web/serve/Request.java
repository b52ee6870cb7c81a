package io.sheaf.web.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody asks for.
///
/// @param method as sent
/// @param path its parts, decoded; a name with `/` in it is one part
/// @param query parameters by name, the last of each
record Request(String method, List<String> path, Map<String, String> query) {
  private static final int MOST_PARAMETERS = 40;

  Request {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  /// Reads an address such as `/runs/a%2Fb/units?q=x`.
  ///
  /// @throws IllegalArgumentException if it is malformed
  static Request of(String method, String address) {
    int mark = address.indexOf('?');
    String path = mark < 0 ? address : address.substring(0, mark);
    List<String> parts =
        Arrays.stream(path.split("/"))
            .filter(part -> !part.isEmpty())
            .map(Request::decoded)
            .toList();
    Map<String, String> query = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : address.substring(mark + 1).split("&", MOST_PARAMETERS)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(
              decodedWord(pair.substring(0, equals)), decodedWord(pair.substring(equals + 1)));
        }
      }
    }
    return new Request(method, parts, query);
  }

  /// In a path `+` is a plus.
  private static String decoded(String part) {
    return decodedWord(part.replace("+", "%2B"));
  }

  private static String decodedWord(String word) {
    return URLDecoder.decode(word, StandardCharsets.UTF_8);
  }

  /// A part of the path, empty behind its end.
  String part(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  /// A whole number from 0 on.
  ///
  /// @param otherwise where there is none
  long number(String name, long otherwise) {
    String text = parameter(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,15}")) {
      throw new Refusal(400, "%s=%s: expected a whole number".formatted(name, text));
    }
    return Long.parseLong(text);
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }
}
