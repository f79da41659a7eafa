package org.ipctck.runner.screen;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipctck.runner.judge.Screen;
import org.ipctck.runner.record.Json;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;

/** An object a line, for programs. */
final class JsonLines implements Screen {
  private final PrintStream out;

  JsonLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void opening(String label) {
    write("starting", Map.of("subject", label));
  }

  @Override
  public void subject(String name, String depth, long seed) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("depth", depth);
    values.put("seed", seed);
    write("subject", values);
  }

  @Override
  public void say(String sentence) {
    write("said", Map.of("sentence", sentence));
  }

  @Override
  public void planned(int checks) {
    write("planned", Map.of("checks", checks));
  }

  @Override
  public void started(CheckInfo check) {
    write("started", Map.of("check", check.path()));
  }

  @Override
  public void finished(CheckResult result) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("check", result.check().path());
    values.put("verdict", result.verdict().name());
    values.put("tries", result.tries());
    values.put("decisive", result.decisive());
    values.put("messages", result.messages());
    values.put("faultsLanded", result.faultsLanded());
    values.put("durationMs", result.durationMs());
    values.put("reason", result.reason());
    write("finished", values);
  }

  @Override
  public void close() {
    out.flush();
  }

  private synchronized void write(String event, Map<String, ?> values) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("event", event);
    object.putAll(values);
    out.println(Json.line(object));
  }
}
