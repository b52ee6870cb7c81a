package io.sheaf.engine.run;

import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Shard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// What is in `out/`: which plan it answers, how each unit ended, and the digest of every file.
///
/// Nothing in it depends on time, host, path or run.
public final class Manifest {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private Manifest() {}

  /// What a manifest says about the whole.
  ///
  /// @param workload name and version, as in `cohort 1`
  /// @param plan digest of the plan
  /// @param shard the part of the plan; a partial result waits for its merge
  public record Subject(String workload, String plan, Shard shard) {}

  /// How a unit ended.
  public record UnitLine(String id, String key, String outcome, String sha256) {}

  /// What is said of a file.
  public record FileLine(long bytes, String sha256) {
    /// What is to be said of a content, which goes to a stream meanwhile.
    public static FileLine of(Content content, OutputStream target) throws IOException {
      Digest.Output out = new Digest.Output(target);
      content.writeTo(out);
      out.flush();
      return new FileLine(out.bytes(), out.digest());
    }
  }

  /// Leaves the stream open.
  static void write(
      Subject subject, Iterable<UnitLine> units, Map<String, FileLine> files, OutputStream out)
      throws IOException {
    ObjectWriteContext pretty =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }
        };
    try (JsonGenerator json = FACTORY.createGenerator(pretty, out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", 1);
      json.writeStringProperty("workload", subject.workload());
      json.writeStringProperty("plan", subject.plan());
      json.writeBooleanProperty("partial", !subject.shard().isWhole());
      if (!subject.shard().isWhole()) {
        json.writeStringProperty("shard", subject.shard().toString());
      }
      json.writeObjectPropertyStart("files");
      for (Map.Entry<String, FileLine> file : files.entrySet()) {
        json.writeObjectPropertyStart(file.getKey());
        json.writeNumberProperty("bytes", file.getValue().bytes());
        json.writeStringProperty("sha256", file.getValue().sha256());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeArrayPropertyStart("units");
      for (UnitLine unit : units) {
        json.writeStartObject();
        json.writeStringProperty("id", unit.id());
        json.writeStringProperty("key", unit.key());
        json.writeStringProperty("outcome", unit.outcome());
        json.writeStringProperty("sha256", unit.sha256());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.write('\n');
  }

  /// The digest of each file as `manifest.json` states it.
  public static Map<String, String> files(Path manifest) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    List<String> path = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), manifest)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> path.set(path.size() - 1, json.currentName());
          case START_OBJECT -> path.add("");
          case END_OBJECT -> path.removeLast();
          case VALUE_STRING -> {
            if (path.size() == 3 && path.get(0).equals("files") && path.get(2).equals("sha256")) {
              digests.put(path.get(1), json.getString());
            }
          }
          default -> {}
        }
      }
    } catch (JacksonException e) {
      throw new IOException(manifest + ": not a manifest: " + e.getOriginalMessage(), e);
    }
    return digests;
  }

  /// What `manifest.json` says of the first files, without going on to the units.
  ///
  /// @param most files
  public static Map<String, FileLine> firstFiles(Path manifest, int most) throws IOException {
    Map<String, FileLine> lines = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), manifest)) {
      JsonToken token = json.nextToken();
      while (token != null && !"files".equals(json.currentName())) {
        token = json.nextToken();
      }
      json.nextToken();
      while (lines.size() < most && json.nextToken() == JsonToken.PROPERTY_NAME) {
        lines.put(json.currentName(), fileLine(json));
      }
      return lines;
    } catch (JacksonException e) {
      throw new IOException(manifest + ": not a manifest: " + e.getOriginalMessage(), e);
    }
  }

  private static FileLine fileLine(JsonParser json) {
    long bytes = 0;
    String sha256 = "";
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isSize = json.currentName().equals("bytes");
      json.nextToken();
      if (isSize) {
        bytes = json.getLongValue();
      } else {
        sha256 = json.getString();
      }
    }
    return new FileLine(bytes, sha256);
  }
}
