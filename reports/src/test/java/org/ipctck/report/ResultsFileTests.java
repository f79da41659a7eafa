package org.ipctck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFileTests {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"green.json", "failing.json"})
  void whatIsWrittenIsWhatWasRead(String name) throws IOException {
    Path written = dir.resolve(name);
    ResultsFile.write(ResultsFile.read(Fixtures.file(name)), written);
    assertEquals(JSON.readTree(Fixtures.file(name).toFile()), JSON.readTree(written.toFile()));
    String first = Files.readString(written);
    ResultsFile.write(ResultsFile.read(written), written);
    assertEquals(first, Files.readString(written));
  }

  @Test
  void keysStandInTheOrderOfTheContract() throws IOException {
    Path written = dir.resolve("results.json");
    ResultsFile.write(Fixtures.failing(), written);
    String text = Files.readString(written);
    int at = 0;
    for (String key :
        "schema kit version requirements digest run id started durationMs command seed depth exit host means subjects name version mechanism hosting profile verdict sentence requirements id family level title verdict reason checks name kind verdict tries decisive messages faults armed landed kinds durationMs reason"
            .split(" ", -1)) {
      int next = text.indexOf("\"" + key + "\"", at);
      assertTrue(next >= at, key);
      at = next;
    }
  }

  @Test
  void unknownKeysAreIgnored() throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(Fixtures.file("failing.json").toFile());
    tree.put("later", 1);
    ((ObjectNode) tree.get("run")).putObject("even").put("later", true);
    Path file = dir.resolve("later.json");
    Files.writeString(file, tree.toString());
    assertEquals(Fixtures.failing(), ResultsFile.read(file));
  }

  @Test
  void whatIsNoResultsFileIsRefusedWithItsName() throws IOException {
    for (String text : new String[] {"", "{}", "[]", "nonsense", "{\"schema\": \"other/1\"}"}) {
      Path file = dir.resolve("bad.json");
      Files.writeString(file, text);
      var e = assertThrows(IOException.class, () -> ResultsFile.read(file), text);
      assertTrue(String.valueOf(e.getMessage()).contains("bad.json"), text);
    }
  }

  @Test
  void loneSurrogatesAreWrittenAsTextThatEveryReaderTakes() throws IOException {
    Path file = dir.resolve("hostile.json");
    ResultsFile.write(
        Fixtures.with(Fixtures.subject("a\uD800b\u0000", "MUST", Verdict.FAILED)), file);
    assertEquals("a\\uD800b\u0000", ResultsFile.read(file).subjects().getFirst().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"green.json", "failing.json"})
  void theFileFollowsItsSchema(String name) throws IOException {
    Path written = dir.resolve(name);
    ResultsFile.write(ResultsFile.read(Fixtures.file(name)), written);
    assertEquals(Set.of(), schemaErrors(JSON.readTree(Fixtures.file(name).toFile())));
    assertEquals(Set.of(), schemaErrors(JSON.readTree(written.toFile())));
  }

  @Test
  void theSchemaRefusesAWordThatIsNoVerdict() throws IOException {
    JsonNode tree = JSON.readTree(Fixtures.file("green.json").toFile());
    ((ObjectNode) tree.at("/subjects/0/requirements/0")).put("verdict", "SUSPECT");
    assertEquals(1, schemaErrors(tree).size());
  }

  private static Set<?> schemaErrors(JsonNode tree) throws IOException {
    try (var in = ResultsFile.class.getResourceAsStream("results.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(in))
          .validate(tree);
    }
  }
}
