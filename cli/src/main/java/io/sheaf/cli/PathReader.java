package io.sheaf.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads paths, and no addresses: `s3a://bucket/run` would be a directory `s3a:` here.
final class PathReader implements ITypeConverter<Path> {
  private static final Pattern ADDRESS = Pattern.compile("\\p{Alpha}[\\p{Alnum}+.-]+://.*");

  @Override
  public Path convert(String text) {
    if (ADDRESS.matcher(text).matches()) {
      throw new TypeConversionException(
          "%s is an address, expected a path; mount the store, or copy from and to it"
              .formatted(text));
    }
    return Path.of(text);
  }
}
