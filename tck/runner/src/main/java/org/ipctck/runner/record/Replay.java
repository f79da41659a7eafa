package org.ipctck.runner.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/**
 * Everything that is needed to play a failure again.
 *
 * @param schema what this file is
 * @param kit the version that recorded it
 * @param requirement the id of what did not hold
 * @param check the check that saw it
 * @param seed the seed of the run
 * @param subject what failed, and how it is started
 * @param profile what it promised
 * @param sentence what was seen
 * @param scenario what was played
 */
public record Replay(
    String schema,
    String kit,
    String requirement,
    String check,
    long seed,
    Candidate subject,
    Map<String, String> profile,
    String sentence,
    Scenario scenario) {
  /** The schema that this version reads and writes. */
  public static final String SCHEMA = "ipc-tck-replay/1";

  /** A profile as replay files and results spell it: by key, in order, only what is said. */
  public static Map<String, String> spelled(Profile profile) {
    Map<String, String> promises = new TreeMap<>();
    for (Promise promise : Promise.values()) {
      if (!profile.get(promise).isEmpty()) {
        promises.put(promise.key(), profile.get(promise));
      }
    }
    return promises;
  }

  /** Reads a file. */
  public static Replay read(Path file) {
    try {
      JsonNode tree = Json.MAPPER.readTree(Files.readAllBytes(file));
      if (!tree.path("schema").asText("").equals(SCHEMA)) {
        throw CannotGoOn.usage(
            "a replay file has the schema "
                + SCHEMA
                + ": path="
                + file
                + "; name one that a run wrote");
      }
      for (RecordComponent part : Replay.class.getRecordComponents()) {
        if (!tree.has(part.getName())) {
          throw CannotGoOn.usage(
              "a replay file is whole: path="
                  + file
                  + " missing="
                  + part.getName()
                  + "; name one that a run wrote");
        }
      }
      return Json.MAPPER.treeToValue(tree, Replay.class);
    } catch (JsonProcessingException e) {
      throw CannotGoOn.usage(
          "a replay file is JSON that a run wrote: path=" + file + " " + e.getOriginalMessage());
    } catch (IOException e) {
      throw CannotGoOn.usage("a replay file cannot be read: path=" + file + "; check it");
    }
  }
}
