package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/**
 * What a peer said of itself.
 *
 * @param name the subject's name
 * @param release the subject's version
 * @param language what it is written in
 * @param pid its process id, as it sees it
 * @param manyThreads whether each end has a thread of its own
 * @param log whether it can write shared logs
 * @param points the points that its ends pass
 * @param abilities what it can do beside sending and receiving
 * @param profile what it promises
 */
public record Hello(
    String name,
    String release,
    String language,
    long pid,
    boolean manyThreads,
    boolean log,
    List<String> points,
    Set<String> abilities,
    Profile profile) {

  static Hello read(JsonNode reply) throws CouldNotRun {
    if (reply.path("version").asInt(0) != 1) {
      throw new CouldNotRun(
          "a peer speaks version 1 of the protocol: version="
              + reply.path("version").asText("none")
              + "; answer hello with \"version\":1");
    }
    String name = reply.path("name").asText("");
    if (!name.matches("[a-z0-9-]+")) {
      throw new CouldNotRun(
          "the name in hello is made of a-z, 0-9 and hyphens: name=" + name + "; rename it");
    }
    String release = reply.path("release").asText("");
    return new Hello(
        name,
        release,
        reply.path("language").asText(""),
        reply.path("pid").asLong(-1),
        !reply.path("threads").asText("many").equals("1"),
        reply.path("log").asBoolean(false),
        words(reply.path("points")),
        Set.copyOf(words(reply.path("abilities"))),
        profile(name, release, reply));
  }

  private static Profile profile(String name, String release, JsonNode reply) throws CouldNotRun {
    Map<Promise, String> promises = new EnumMap<>(Profile.of(name, release).promises());
    for (Map.Entry<String, JsonNode> said : reply.path("profile").properties()) {
      promises.put(promise(said.getKey()), said.getValue().asText());
    }
    Map<String, String> declarations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> said : reply.path("declarations").properties()) {
      declarations.put(said.getKey(), said.getValue().asText());
    }
    return new Profile(name, release, promises, declarations, words(reply.path("launch")));
  }

  private static Promise promise(String key) throws CouldNotRun {
    for (Promise promise : Promise.values()) {
      if (promise.key().equals(key)) {
        return promise;
      }
    }
    throw new CouldNotRun(
        "a profile uses only the keys of the vocabulary: key=" + key + "; remove or correct it");
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return List.copyOf(words);
  }
}
