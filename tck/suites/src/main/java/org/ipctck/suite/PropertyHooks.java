package org.ipctck.suite;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.FixedSeedMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Lets jqwik's properties run on the bench: injects it, seeds and counts the tries, and ends a
 * property as soon as its floor is reached. What jqwik makes of a property that ended early is
 * never believed: it calls success what ran not once.
 */
public final class PropertyHooks
    implements ResolveParameterHook, AroundPropertyHook, AroundTryHook {

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public Optional<ParameterSupplier> resolve(
      ParameterResolutionContext parameter, LifecycleContext context) {
    return parameter.typeUsage().isOfType(Bench.class)
        ? Optional.of(tried -> Run.current().bench())
        : Optional.empty();
  }

  @Override
  public int aroundPropertyProximity() {
    return -100;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor executor) {
    Run.running().ifPresent(run -> set(context.attributes(), run));
    return executor.execute();
  }

  private static void set(PropertyAttributes attributes, Run run) {
    attributes.setTries(run.mostTries());
    attributes.setSeed(Long.toString(run.seed()));
    attributes.setWhenFixedSeed(FixedSeedMode.ALLOW);
    attributes.setAfterFailure(AfterFailureMode.RANDOM_SEED);
    attributes.setEdgeCases(EdgeCasesMode.NONE);
    attributes.setShrinking(run.shrinking());
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
    Optional<Run> run = Run.running();
    if (run.isPresent() && !run.get().isOf(context.targetMethod())) {
      // Nobody stops jqwik when its time to shrink is over: it goes on beside the next check.
      return TryExecutionResult.satisfied(true);
    }
    Optional<Bench> bench = run.map(Run::bench);
    if (bench.isEmpty() || bench.get().shrinking()) {
      return executor.execute(parameters);
    }
    if (bench.get().over()) {
      return TryExecutionResult.satisfied(true);
    }
    TryExecutionResult result = executor.execute(parameters);
    return result.isSatisfied() && bench.get().over() ? TryExecutionResult.satisfied(true) : result;
  }
}
