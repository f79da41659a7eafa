package org.ipctck.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: a suite a subject, a case a check. What a build may go green on is passed or skipped;
 * what it must not is a failure or an error.
 */
public final class JunitReport {
  /** One case; where a requirement has no check, its title stands for one. */
  private record Case(
      Results.Requirement requirement,
      String name,
      Verdict verdict,
      String reason,
      long millis,
      Optional<Results.Failure> failure) {

    Optional<String> element() {
      return switch (verdict) {
        case PASSED -> Optional.empty();
        case FAILED -> Optional.of("failure");
        case COULD_NOT_RUN, UNEXPECTED_PASS -> Optional.of("error");
        case INCONCLUSIVE -> Optional.of(requirement.level().equals("MUST") ? "error" : "skipped");
        case DEVIATION, NOT_APPLICABLE, UNTESTED, KNOWN_FAILURE -> Optional.of("skipped");
      };
    }

    String message() {
      String why = failure.map(Results.Failure::sentence).orElse(reason);
      if (verdict == Verdict.FAILED || verdict == Verdict.COULD_NOT_RUN) {
        return why;
      }
      return why.isEmpty() ? verdict.word() : verdict.word() + ": " + why;
    }
  }

  private JunitReport() {}

  /** Render results, replacing a file that is there. */
  public static void write(Results results, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      open(xml, 0, "testsuites");
      attribute(xml, "name", "ipc-tck " + results.run().id());
      for (Results.Subject subject : results.subjects()) {
        suite(xml, results, subject);
      }
      close(xml, 0);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("JUnit XML cannot be written: file=" + file, e);
    }
  }

  private static void suite(XMLStreamWriter xml, Results results, Results.Subject subject)
      throws XMLStreamException {
    List<Case> cases = subject.requirements().stream().flatMap(JunitReport::cases).toList();
    open(xml, 1, "testsuite");
    attribute(xml, "name", subject.name());
    attribute(xml, "tests", Integer.toString(cases.size()));
    attribute(xml, "failures", count(cases, "failure"));
    attribute(xml, "errors", count(cases, "error"));
    attribute(xml, "skipped", count(cases, "skipped"));
    attribute(xml, "time", seconds(cases.stream().mapToLong(Case::millis).sum()));
    attribute(xml, "timestamp", results.run().started());
    for (Case c : cases) {
      testcase(xml, c);
    }
    close(xml, 1);
  }

  private static Stream<Case> cases(Results.Requirement r) {
    if (r.checks().isEmpty()) {
      return Stream.of(new Case(r, r.title(), r.verdict(), r.reason(), 0, Optional.empty()));
    }
    return r.checks().stream()
        .map(c -> new Case(r, c.name(), c.verdict(), c.reason(), c.durationMs(), c.failure()));
  }

  private static void testcase(XMLStreamWriter xml, Case c) throws XMLStreamException {
    open(xml, 2, "testcase");
    attribute(xml, "classname", c.requirement().id());
    attribute(xml, "name", c.name());
    attribute(xml, "time", seconds(c.millis()));
    if (c.element().isPresent()) {
      open(xml, 3, c.element().get());
      attribute(xml, "message", c.message());
      if (!c.element().get().equals("skipped")) {
        attribute(xml, "type", c.verdict().name());
      }
      if (c.failure().isPresent()) {
        xml.writeCharacters(Visible.text(details(c.failure().get())));
      }
      xml.writeEndElement();
      line(xml, 2);
    }
    xml.writeEndElement();
  }

  private static String details(Results.Failure f) {
    return "\nexpected: "
        + f.expected()
        + "\nobserved: "
        + f.observed()
        + "\nreproduced "
        + f.reproduced().times()
        + " of "
        + f.reproduced().of()
        + ", replay: "
        + f.replay()
        + "\n";
  }

  private static String count(List<Case> cases, String element) {
    return Long.toString(
        cases.stream().filter(c -> c.element().equals(Optional.of(element))).count());
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }

  private static void open(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
    line(xml, depth);
    xml.writeStartElement(name);
  }

  private static void close(XMLStreamWriter xml, int depth) throws XMLStreamException {
    line(xml, depth);
    xml.writeEndElement();
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Visible.text(value));
  }
}
