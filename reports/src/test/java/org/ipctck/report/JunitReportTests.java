package org.ipctck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTests {
  @TempDir Path dir;

  @Test
  void aSuiteIsASubjectAndACaseACheck() throws Exception {
    Document xml = parsed(Fixtures.green());
    List<Element> suites = elements(xml.getDocumentElement(), "testsuite");
    assertEquals(
        List.of("channel", "mailbox", "pipe", "anonymous-pipe"),
        suites.stream().map(s -> s.getAttribute("name")).toList());
    Element first = elements(suites.getFirst(), "testcase").getFirst();
    assertEquals("ORD-1", first.getAttribute("classname"));
    assertEquals("messagesArriveInTheOrderTheyWereAccepted", first.getAttribute("name"));
    assertEquals("0", suites.getFirst().getAttribute("failures"));
    assertEquals("0", suites.getFirst().getAttribute("errors"));
  }

  @Test
  void whatABuildMustNotGoGreenOnIsAFailureOrAnError() throws Exception {
    assertEquals(
        List.of(
            "PASSED none",
            "FAILED failure",
            "DEVIATION skipped",
            "INCONCLUSIVE error",
            "NOT_APPLICABLE skipped",
            "UNTESTED skipped",
            "KNOWN_FAILURE skipped",
            "UNEXPECTED_PASS error",
            "COULD_NOT_RUN error"),
        outcomes("MUST", Verdict.values()));
    assertEquals(
        List.of("INCONCLUSIVE skipped", "DEVIATION skipped"),
        outcomes("SHOULD", Verdict.INCONCLUSIVE, Verdict.DEVIATION));
  }

  @Test
  void theNumbersOfASuiteAreThoseOfItsCases() throws Exception {
    Element suite =
        elements(
                parsed(Fixtures.with(Fixtures.subject("s", "MUST", Verdict.values())))
                    .getDocumentElement(),
                "testsuite")
            .getFirst();
    assertEquals("9", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("3", suite.getAttribute("errors"));
    assertEquals("4", suite.getAttribute("skipped"));
    assertEquals("13.500", suite.getAttribute("time"));
  }

  @Test
  void whatIsIllegalInXmlIsWrittenAsItsEscape() throws Exception {
    String hostile = "<a> & \" ]]> \u0000 \u001B \uD800 \uFFFE é";
    Document xml = parsed(Fixtures.with(Fixtures.subject(hostile, "MUST", Verdict.FAILED)));
    String name = elements(xml.getDocumentElement(), "testsuite").getFirst().getAttribute("name");
    assertEquals("<a> & \" ]]> \\u0000 \\u001B \\uD800 \\uFFFE é", name);
    String text = elements(xml.getDocumentElement(), "failure").getFirst().getTextContent();
    assertTrue(text.contains("expected: <a> & \" ]]> \\u0000"), text);
  }

  private List<String> outcomes(String level, Verdict... verdicts) throws Exception {
    var outcomes = new ArrayList<String>();
    Document xml = parsed(Fixtures.with(Fixtures.subject("s", level, verdicts)));
    for (Element testcase : elements(xml.getDocumentElement(), "testcase")) {
      List<Element> inside = elements(testcase, "*");
      String outcome = inside.isEmpty() ? "none" : inside.getFirst().getTagName();
      outcomes.add(testcase.getAttribute("classname") + " " + outcome);
    }
    return outcomes;
  }

  private Document parsed(Results results) throws Exception {
    Path file = dir.resolve("junit.xml");
    write(results, file);
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  private void write(Results results, Path file) throws IOException {
    JunitReport.write(results, file);
    byte[] first = Files.readAllBytes(file);
    JunitReport.write(results, file);
    assertEquals(-1, Files.mismatch(file, Files.write(dir.resolve("again.xml"), first)));
  }

  private static List<Element> elements(Element parent, String name) {
    var nodes = parent.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
