package org.ipctck.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One self-contained HTML file: the same results give the same bytes. */
public final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlReport() {}

  /** Render results, replacing a file that is there. */
  public static void write(Results results, Path file) throws IOException {
    Files.write(file, html(results).getBytes(StandardCharsets.UTF_8));
  }

  static String html(Results results) {
    var output = new StringOutput(1 << 18);
    TEMPLATES.render("page.jte", Page.of(results), output);
    return Visible.text(output.toString());
  }
}
