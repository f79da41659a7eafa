package org.ipctck.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The file {@code results.json}: UTF-8, keys in the order of {@link Results}, {@code \n} ends. */
public final class ResultsFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(String.class, ResultsFile::missingIsEmpty)
          .withConfigOverride(List.class, ResultsFile::missingIsEmpty)
          .withConfigOverride(Map.class, ResultsFile::missingIsEmpty)
          .withConfigOverride(JsonNode.class, ResultsFile::missingIsEmpty)
          .build();

  private ResultsFile() {}

  private static void missingIsEmpty(MutableConfigOverride type) {
    type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  /** Read a file, ignoring keys that this version does not know. */
  public static Results read(Path file) throws IOException {
    Results results;
    try {
      results = MAPPER.readValue(Files.readAllBytes(file), Results.class);
    } catch (JsonProcessingException e) {
      throw new IOException("not a results file: file=" + file + " " + e.getOriginalMessage(), e);
    }
    if (!results.schema().equals(Results.SCHEMA)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a results file has the schema %s: file=%s schema=%s; render it with the kit that wrote it",
              Results.SCHEMA,
              file,
              results.schema()));
    }
    return results;
  }

  /** Write a file, replacing one that is there. */
  public static void write(Results results, Path file) throws IOException {
    Files.write(file, json(results).getBytes(StandardCharsets.UTF_8));
  }

  /** Text of any value of a results file, indented. */
  static String json(Object value) {
    var indent = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
    ObjectWriter writer = MAPPER.writer(printer);
    try {
      return escapeLoneSurrogates(writer.writeValueAsString(value)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("results cannot be written as JSON", e);
    }
  }

  /**
   * UTF-8 has no lone surrogates, and many readers refuse their escapes: they become plain text.
   */
  private static String escapeLoneSurrogates(String json) {
    var out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
