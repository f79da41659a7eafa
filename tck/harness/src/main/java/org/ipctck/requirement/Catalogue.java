package org.ipctck.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All requirements, in the order of their documents. */
public final class Catalogue {
  /** The families in the order in which people read them; each is a file of the documents. */
  public static final List<String> FAMILIES =
      List.of(
          "ordering",
          "integrity",
          "isolation",
          "crash",
          "back-pressure",
          "lifecycle",
          "locality",
          "rpc",
          "fitness");

  /** The edition of the requirements. */
  public static final String EDITION = "1.0-draft";

  private static final Catalogue PACKED = read();

  private final Map<String, Requirement> byId = new LinkedHashMap<>();

  private Catalogue(List<Requirement> requirements) {
    for (Requirement requirement : requirements) {
      if (byId.putIfAbsent(requirement.id(), requirement) != null) {
        throw new IllegalStateException("an id is used once: id=" + requirement.id());
      }
    }
  }

  /** The requirements that this kit was built with. */
  public static Catalogue load() {
    return PACKED;
  }

  private static Catalogue read() {
    List<Requirement> all = new ArrayList<>();
    FAMILIES.forEach(family -> all.addAll(RequirementFile.parse(family, text(family))));
    return new Catalogue(all);
  }

  /** The document of a family, as people read it. */
  public static String text(String family) {
    try (InputStream in = Catalogue.class.getResourceAsStream(family + ".md")) {
      if (in == null) {
        throw new IllegalStateException("a family has a document: family=" + family);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, in order. */
  public List<Requirement> all() {
    return List.copyOf(byId.values());
  }

  /** The one of this id, if there is one. */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The one of this id. */
  public Requirement get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no such requirement: " + id));
  }
}
