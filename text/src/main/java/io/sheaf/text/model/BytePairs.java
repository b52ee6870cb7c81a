package io.sheaf.text.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts text into pieces of bytes as RoBERTa does: pairs are joined in the order in which they were
/// learnt. Immutable.
///
/// @see <a href="https://arxiv.org/abs/1508.07909">Sennrich et al. 2016</a>
final class BytePairs implements Subwords {
  private static final Pattern CHUNK =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  /// Stands for a space.
  private static final String SPACE = "Ġ";

  private final String[] ofByte = ofByte();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> pieces = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  /// @throws IOException if a file is missing or cannot be read
  BytePairs(Path vocabulary, Path merges) throws IOException {
    for (Map.Entry<String, JsonNode> entry : tree(vocabulary).properties()) {
      numbers.put(entry.getKey(), entry.getValue().intValue());
      pieces.put(entry.getValue().intValue(), entry.getKey());
    }
    for (String line : Files.readAllLines(merges)) {
      if (!line.startsWith("#version") && !line.isEmpty()) {
        ranks.put(line, ranks.size());
      }
    }
  }

  private static JsonNode tree(Path vocabulary) throws IOException {
    try {
      return JsonMapper.shared().readTree(Files.readString(vocabulary));
    } catch (JacksonException e) {
      throw new IOException("%s: %s".formatted(vocabulary, e.getOriginalMessage()), e);
    }
  }

  /// Printable bytes stand for themselves, the others for the characters from 256 on.
  private static String[] ofByte() {
    String[] characters = new String[256];
    int next = 256;
    for (int b = 0; b < characters.length; b++) {
      boolean plain = (b > ' ' && b < 0x7F) || (b > 0xA0 && b != 0xAD);
      characters[b] = Character.toString(plain ? b : next++);
    }
    return characters;
  }

  @Override
  public List<Integer> numbers(String text) {
    List<Integer> found = new ArrayList<>();
    Matcher chunks = CHUNK.matcher(text);
    while (chunks.find()) {
      for (String piece : joined(chunks.group())) {
        Integer number = numbers.get(piece);
        found.add(number == null ? Subwords.number(numbers, "<unk>") : number);
      }
    }
    return found;
  }

  private List<String> joined(String chunk) {
    List<String> parts = new ArrayList<>();
    for (byte b : chunk.getBytes(StandardCharsets.UTF_8)) {
      parts.add(ofByte[b & 0xFF]);
    }
    int at = firstLearnt(parts);
    while (at >= 0) {
      String first = parts.get(at);
      String second = parts.get(at + 1);
      for (int i = at; i + 1 < parts.size(); i++) {
        if (parts.get(i).equals(first) && parts.get(i + 1).equals(second)) {
          parts.set(i, first + second);
          parts.remove(i + 1);
        }
      }
      at = firstLearnt(parts);
    }
    return parts;
  }

  /// Where the pair that was learnt before all others starts; -1 if there is none.
  private int firstLearnt(List<String> parts) {
    int at = -1;
    int best = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < parts.size(); i++) {
      int rank = ranks.getOrDefault(parts.get(i) + " " + parts.get(i + 1), Integer.MAX_VALUE);
      if (rank < best) {
        best = rank;
        at = i;
      }
    }
    return at;
  }

  @Override
  public int start() {
    return Subwords.number(numbers, "<s>");
  }

  @Override
  public int end() {
    return Subwords.number(numbers, "</s>");
  }

  @Override
  public int mask() {
    return Subwords.number(numbers, "<mask>");
  }

  @Override
  public String word(int piece, boolean first) {
    String text = pieces.getOrDefault(piece, "");
    if (text.startsWith(SPACE) == first) {
      return "";
    }
    String plain = first ? text : text.substring(1);
    return plain.chars().allMatch(c -> c < 0x80 && Character.isLetter(c)) ? plain : "";
  }

  @Override
  public int size() {
    return numbers.size();
  }
}
