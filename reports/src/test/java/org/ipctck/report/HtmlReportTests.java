package org.ipctck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTests {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!-- ]]> \" ' & \u0000\u0007 \u202Egnp \uD800 \uFFFE é \uD83D\uDE00";

  @TempDir Path dir;

  @Test
  void theSameResultsGiveTheSameBytes() throws IOException {
    Path first = dir.resolve("first.html");
    Path second = dir.resolve("second.html");
    HtmlReport.write(Fixtures.failing(), first);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      HtmlReport.write(Fixtures.failing(), second);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertEquals(-1, Files.mismatch(first, second));
  }

  @Test
  void hostileTextStaysText() throws IOException {
    var subject = Fixtures.subject(HOSTILE, "MUST", Verdict.values());
    Path file = dir.resolve("hostile.html");
    HtmlReport.write(Fixtures.with(subject), file);
    String html = Files.readString(file);
    assertEquals(1, count(html, "<script>"));
    assertEquals(1, count(html, "</script>"));
    assertFalse(html.contains("<!--"));
    assertFalse(html.contains("\u0000"));
    assertFalse(html.contains("\u202E"));
    assertTrue(html.contains("\\u0000"));
    assertTrue(html.contains("\\u202E"));
    assertTrue(html.contains("\\uD800"));
    assertTrue(html.contains("\uD83D\uDE00"));
  }

  @Test
  void nothingIsLoadedAndOnlyTheOwnScriptAndStyleAreAdmitted() throws Exception {
    String html = HtmlReport.html(Fixtures.failing());
    assertEquals(List.of(), found(html, "(?:src|href|action)=\"(?!#|data:)[^\"]*\""));
    assertEquals(List.of(), found(html, "\\s(?:style|on[a-z]+)=\"[^\"]*\""));
    assertTrue(html.contains("default-src &#39;none&#39;"));
    assertTrue(html.contains("script-src &#39;" + hash(between(html, "<script>", "</script>"))));
    assertTrue(html.contains("style-src &#39;" + hash(between(html, "<style>", "</style>"))));
  }

  @Test
  void everyLinkLeadsSomewhereAndNoPlaceIsNamedTwice() throws IOException {
    for (Results results : List.of(Fixtures.green(), Fixtures.failing())) {
      String html = HtmlReport.html(results);
      var ids = new HashSet<String>();
      found(html, "\\sid=\"([^\"]*)\"").forEach(id -> assertTrue(ids.add(id), id));
      found(html, "href=\"#([^\"]*)\"").forEach(id -> assertTrue(ids.contains(id), id));
    }
  }

  @Test
  void everyPassShowsItsEvidence() throws IOException {
    String html = HtmlReport.html(Fixtures.green());
    for (Results.Subject s : Fixtures.green().subjects()) {
      for (Results.Requirement r : s.requirements()) {
        if (r.verdict() == Verdict.PASSED) {
          assertTrue(html.contains("PASSED: " + Effort.of(r.checks().stream()).line()), r.id());
        }
      }
    }
    assertTrue(html.contains("UNTESTED: planned"));
  }

  @Test
  void aFailureIsToldInSevenParts() throws IOException {
    String html = HtmlReport.html(Fixtures.failing());
    for (int part = 1; part <= 7; part++) {
      assertEquals(4, count(html, "<b>" + part + "</b>"), "part " + part);
    }
    assertTrue(html.contains("tck/ipc-tck replay ipc-tck-out/replays/CRA-4-1.json"));
    assertTrue(html.contains("bob is still inside send m3"));
  }

  @Test
  void theHeadlineSaysTheWorstOfAllSubjects() throws IOException {
    assertTrue(HtmlReport.html(Fixtures.failing()).contains("<title>NOT CONFORMANT: 1 of 4"));
    assertTrue(HtmlReport.html(Fixtures.green()).contains("<title>CONFORMANT: none of the 4"));
    assertTrue(HtmlReport.html(Fixtures.with()).contains("<title>COULD NOT RUN: nothing was"));
  }

  @Test
  void theHeadlineOfOneSubjectCounts() throws IOException {
    assertTrue(
        title("MUST", Verdict.PASSED).endsWith("s s keeps the one requirement that it must keep."));
    assertTrue(title("MUST", Verdict.PASSED, Verdict.UNTESTED).contains("keeps 1 of the 2 req"));
    assertTrue(title("SHOULD", Verdict.PASSED).contains("nothing that it must keep"));
  }

  private static String title(String level, Verdict... verdicts) throws IOException {
    String html = HtmlReport.html(Fixtures.with(Fixtures.subject("s", level, verdicts)));
    return between(html, "<title>", "</title>");
  }

  private static String between(String text, String from, String to) {
    int begin = text.indexOf(from) + from.length();
    return text.substring(begin, text.indexOf(to, begin));
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    // the page writes + and / of Base64 as they are, and = as an entity in no attribute
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<String> found(String text, String regex) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map(m -> m.groupCount() > 0 ? m.group(1) : m.group())
        .toList();
  }
}
