package org.ipctck.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.stage.Kit;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The JUnit platform with both engines, silent, and set up by nobody else. */
final class Platform implements AutoCloseable {
  private final Path folder;
  private final Path database;
  private final Launcher launcher;

  Platform() {
    try {
      folder = Files.createTempDirectory(Kit.here().prefix());
      database = folder.resolve("database");
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder can be made", e);
    }
    launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
  }

  private LauncherDiscoveryRequest request(DiscoverySelector selector, int shrinkSeconds) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selector)
        .filters(EngineFilter.includeEngines("junit-jupiter", "jqwik"))
        .enableImplicitConfigurationParameters(false)
        .configurationParameters(
            Map.of(
                "junit.jupiter.extensions.autodetection.enabled",
                "true",
                "jqwik.reporting.usejunitplatform",
                "true",
                "jqwik.reporting.onlyfailures",
                "true",
                "jqwik.shrinking.bounded.seconds",
                Integer.toString(Math.max(1, shrinkSeconds)),
                "jqwik.database",
                database.toString()))
        .build();
  }

  /** Every check in a package and below it, by the order of its path. */
  List<CheckInfo> checks(String packageName) {
    TestPlan plan = launcher.discover(request(DiscoverySelectors.selectPackage(packageName), 1));
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .flatMap(test -> check(test).stream())
        .sorted(CheckOrder.BY_REQUIREMENT)
        .toList();
  }

  private static Optional<CheckInfo> check(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod())
        .filter(method -> method.isAnnotationPresent(Check.class))
        .map(method -> CheckInfo.of(method, test.getUniqueId()));
  }

  /** Runs one check, and shrinks what fails for so long; gives back what its body threw. */
  Optional<Throwable> execute(CheckInfo check, int shrinkSeconds) {
    Outcome outcome = new Outcome();
    launcher.execute(
        request(DiscoverySelectors.selectUniqueId(check.uniqueId()), shrinkSeconds), outcome);
    return outcome.thrown;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(database);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder can be deleted", e);
    }
  }

  /** Keeps the first thing that was thrown, wherever it was. */
  private static final class Outcome implements TestExecutionListener {
    private Optional<Throwable> thrown = Optional.empty();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (thrown.isEmpty()) {
        thrown = result.getThrowable();
      }
    }
  }
}
