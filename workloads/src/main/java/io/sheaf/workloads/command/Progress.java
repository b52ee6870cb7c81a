package io.sheaf.workloads.command;

import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines `sheaf-progress 3/8` among what a command writes. Confined to the unit's thread.
final class Progress {
  private static final String WORD = "sheaf-progress ";
  private static final Pattern LINE =
      Pattern.compile("^sheaf-progress (\\d{1,18})/(\\d{1,18})\\R", Pattern.MULTILINE);
  private static final int MOST = 1 << 16;

  private final Path file;
  private long read;

  Progress(Path file) {
    this.file = file;
  }

  /// Passes on the last such line since it was last asked.
  void look(UnitContext context) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      if (length <= read) {
        return;
      }
      byte[] news = new byte[(int) Math.min(MOST, length - read)];
      in.seek(length - news.length);
      in.readFully(news);
      read = length - tell(new String(news, StandardCharsets.ISO_8859_1), context);
    }
  }

  /// @return how many characters at the end may belong to a line that is not yet whole
  private static int tell(String news, UnitContext context) {
    Matcher lines = LINE.matcher(news);
    while (lines.find()) {
      context.progress(Long.parseLong(lines.group(1)), Long.parseLong(lines.group(2)));
    }
    return news.length() - (news.lastIndexOf('\n') + 1);
  }

  /// A text without these lines.
  static String removed(String text) {
    return text.contains(WORD) ? LINE.matcher(text).replaceAll("") : text;
  }
}
