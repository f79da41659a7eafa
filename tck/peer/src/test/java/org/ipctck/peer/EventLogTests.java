package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTests {
  @TempDir Path folder = Path.of("");

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  @Test
  void aRecordHoldsTheOperationAndExistsBeforeItsCall() throws IOException {
    Path file = file(2);
    EventLog log = EventLog.map(file.toString(), new Wire(lines));
    Act act = new Act().of(Kind.SEND, 12, 34, Payload.id(1, 2, 3), 56);
    log.begin(act);
    ByteBuffer record = read(file);
    assertEquals(2, record.get(EventLog.KIND));
    assertEquals(act.begin, record.getLong(EventLog.BEGIN));
    assertEquals(0, record.getLong(EventLog.FINISH));
    act.returned();
    act.came(Outcome.REFUSED, Reason.TOO_LARGE, "");
    log.finish(act);
    record = read(file);
    assertEquals(act.finish, record.getLong(EventLog.FINISH));
    assertTrue(act.begin <= act.finish);
    assertEquals(Payload.id(1, 2, 3), record.getLong(EventLog.ID));
    assertEquals(12, record.getInt(EventLog.COMMAND));
    assertEquals(34, record.getInt(EventLog.INDEX));
    assertEquals(56, record.getInt(EventLog.BYTES));
    assertEquals(3, record.get(EventLog.OUTCOME));
    assertEquals(7, record.get(EventLog.REASON));
    assertEquals(0, record.get(EventLog.CONTENT));
    assertEquals("", lines());
  }

  @Test
  void aFullLogGoesOnInLines() throws IOException {
    EventLog log = EventLog.map(file(1).toString(), new Wire(lines));
    for (int i = 0; i < 2; i++) {
      Act act = new Act().of(Kind.RECEIVE, 1, i, Act.NO_ID, 0);
      log.begin(act);
      act.returned();
      act.came(Outcome.NOTHING);
      log.finish(act);
    }
    String[] written = lines().split("\n");
    assertEquals(2, written.length);
    assertTrue(written[0].startsWith("{\"b\":1,\"i\":1,"));
    assertTrue(written[1].endsWith("\"out\":\"nothing\"}"));
  }

  @Test
  void wordsAreToldOnceForEachReasonAndAlwaysForWhatIsUntyped() throws IOException {
    EventLog log = EventLog.map(file(9).toString(), new Wire(lines));
    for (int i = 0; i < 4; i++) {
      Act act = new Act().of(Kind.SEND, 1, i, 5, 8);
      log.begin(act);
      act.returned();
      act.came(i < 2 ? Outcome.REFUSED : Outcome.UNTYPED, Reason.FULL, "words " + i);
      log.finish(act);
    }
    assertEquals(
        "{\"note\":1,\"i\":0,\"detail\":\"words 0\"}\n"
            + "{\"note\":1,\"i\":2,\"detail\":\"words 2\"}\n"
            + "{\"note\":1,\"i\":3,\"detail\":\"words 3\"}\n",
        lines());
  }

  private Path file(int records) throws IOException {
    return Files.write(folder.resolve("log"), new byte[records * EventLog.RECORD]);
  }

  private static ByteBuffer read(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
  }

  private String lines() {
    return lines.toString(StandardCharsets.UTF_8);
  }
}
