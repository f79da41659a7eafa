package org.ipctck.suite.locality;

import java.util.List;
import org.ipctck.rule.AbstractNames;
import org.ipctck.rule.Identified;
import org.ipctck.rule.ImpossibleName;
import org.ipctck.rule.Listening;
import org.ipctck.rule.Strangers;
import org.ipctck.rule.Untyped;
import org.ipctck.rule.Widest;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Abroad;
import org.ipctck.suite.generate.Places;
import org.junit.jupiter.api.Test;

/** What can be seen of a channel from outside, and what its names do to others. */
public class LocalityChecks {

  @Test
  @Requirement("LOC-1")
  @Check(Check.Kind.CASES)
  void nobodyListensToOtherHosts(Bench bench) {
    bench.each(
        List.of(Places.now().inUse("a channel in use")),
        scenario -> bench.play(scenario).provided(Seen.message()).keeps(new Listening()));
  }

  @Test
  @Requirement("LOC-2")
  @Check(Check.Kind.CASES)
  void noNameIsEverWiderThanItsMode(Bench bench) {
    bench.each(
        Places.now().masks("channels opened under umask"),
        scenario ->
            bench.play(scenario).provided(SeenAround.everythingOpened()).keeps(new Widest()));
  }

  @Test
  @Requirement("LOC-3")
  @Check(Check.Kind.CASES)
  void restrictedChannelsHaveNamesWithPermissions(Bench bench) {
    bench.each(
        List.of(Places.now().inUse("a restricted channel in use")),
        scenario -> bench.play(scenario).provided(Seen.message()).keeps(new AbstractNames()));
  }

  @Test
  @Requirement("LOC-4")
  @Check(Check.Kind.CASES)
  void whoSendsIsToldByTheKernel(Bench bench) {
    bench.each(
        Abroad.now().identified("a sender is asked after"),
        scenario ->
            bench.play(scenario).provided(SeenAround.somebodyIdentified()).keeps(new Identified()));
  }

  @Test
  @Requirement("LOC-5")
  @Check(Check.Kind.CASES)
  void aNameThatDoesNotFitIsRefused(Bench bench) {
    bench.each(
        Places.now().impossible("a name"),
        scenario -> bench.play(scenario).keeps(new ImpossibleName(), new Untyped()));
  }

  @Test
  @Requirement("LOC-6")
  @Check(Check.Kind.CASES)
  void cleanUpDeletesNothingThatIsNotItsOwn(Bench bench) {
    bench.each(
        Places.now().strangersAmongRemains("something stands at the name"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.attempted("again"))
                .keeps(new Strangers(), new Untyped()));
  }

  @Test
  @Requirement("LOC-9")
  @Check(Check.Kind.CASES)
  void creationFollowsNoLinkAndTakesOverNoFile(Bench bench) {
    bench.each(
        Places.now().strangers("a channel is made where something stands"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.attempted("again"))
                .keeps(new Strangers(), new Untyped()));
  }
}
