package org.ipctck.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.runner.subject.Reference;
import org.ipctck.runner.verdict.KnownFailures;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.Judgement;

/**
 * What is expected to fail: by the file that was given, else by each reference's own.
 *
 * @param given from the command line
 * @param distribution where the references' own files lie
 */
record Expected(Optional<KnownFailures> given, Distribution distribution) {

  static Expected of(Optional<Path> file, Distribution distribution) {
    return new Expected(file.map(KnownFailures::read), distribution);
  }

  KnownFailures of(Candidate candidate) {
    return given.orElseGet(
        () ->
            candidate.origin() == Candidate.Origin.REFERENCE
                ? own(candidate.name())
                : KnownFailures.none());
  }

  private KnownFailures own(String name) {
    return Reference.find(name)
        .map(distribution::knownFailures)
        .filter(Files::isReadable)
        .map(KnownFailures::read)
        .orElse(KnownFailures.none());
  }

  /** The patterns that match nothing in the whole catalogue. */
  List<String> unmatched() {
    List<KnownFailures> used =
        given.isPresent()
            ? given.stream().toList()
            : Reference.names().stream().map(this::own).toList();
    if (used.stream().allMatch(each -> each.entries().isEmpty())) {
      return List.of();
    }
    List<String> ids = Catalogue.load().all().stream().map(Requirement::id).toList();
    List<String> paths = Judgement.checks().stream().map(CheckInfo::path).toList();
    return used.stream().flatMap(each -> each.unmatched(ids, paths).stream()).distinct().toList();
  }
}
