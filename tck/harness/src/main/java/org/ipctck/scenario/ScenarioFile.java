package org.ipctck.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario as JSON: the same scenario always gives the same bytes. */
public final class ScenarioFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private ScenarioFile() {}

  /** The JSON of a scenario. */
  public static String text(Scenario scenario) {
    try {
      return JSON.writeValueAsString(scenario).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A scenario as a tree, to be put into another document. */
  public static JsonNode tree(Scenario scenario) {
    return JSON.valueToTree(scenario);
  }

  /** A scenario from its JSON. */
  public static Scenario parse(String text) throws IOException {
    return JSON.readValue(text, Scenario.class);
  }

  /** A scenario from a tree of another document. */
  public static Scenario parse(JsonNode tree) throws IOException {
    return JSON.treeToValue(tree, Scenario.class);
  }

  /** Writes a scenario to a file. */
  public static void write(Path file, Scenario scenario) throws IOException {
    Files.writeString(file, text(scenario), StandardCharsets.UTF_8);
  }

  /** Reads a scenario from a file. */
  public static Scenario read(Path file) throws IOException {
    return parse(Files.readString(file, StandardCharsets.UTF_8));
  }
}
