package org.ipctck.runner.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ipctck.report.Results;
import org.ipctck.requirement.Catalogue;

/** What judges: this kit, and the requirements that it was built with. */
public final class Kit {
  /** The version of this kit. */
  public static final String VERSION = "0.1.0";

  private Kit() {}

  /** As results tell of it; the digest is that of the documents, one after another. */
  public static Results.Kit record() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String family : Catalogue.FAMILIES) {
        digest.update(Catalogue.text(family).getBytes(StandardCharsets.UTF_8));
      }
      String hex = HexFormat.of().formatHex(digest.digest());
      return new Results.Kit(VERSION, Catalogue.EDITION, "sha256:" + hex);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
