package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTests {
  @TempDir Path folder = Path.of("");

  private final Conversation peer = Conversation.with(List.of(new ToyTransport()), "");

  @AfterEach
  void quit() throws IOException {
    peer.leave();
  }

  @Test
  void helloTellsWhatTheTransportPromises() throws IOException {
    JsonObject hello = peer.ask("\"do\":\"hello\",\"versions\":[9,1]");
    assertEquals(1, hello.integer("version"));
    assertEquals("toy", hello.text("name"));
    assertEquals("many", hello.text("threads"));
    assertTrue(hello.flag("log"));
    assertEquals(List.of("claim", "commit"), hello.list("points"));
    assertEquals("channel", hello.object("profile").text("mechanism"));
    assertEquals(ProcessHandle.current().pid(), hello.integer("pid"));
    assertTrue(peer.ask("\"do\":\"hello\",\"versions\":[2]").has("error"));
  }

  @Test
  void whatNeedsNoTransportIsAnswered() throws IOException {
    assertTrue(peer.ask("\"do\":\"dance\"").flag("unsupported"));
    assertEquals("a\tß", peer.ask("\"do\":\"echo\",\"text\":\"a\\tß\"").text("text"));
    assertTrue(peer.ask("\"do\":\"echo\",\"text\":\"" + "x".repeat(9000) + "\"").has("error"));
    assertTrue(Long.parseLong(peer.ask("\"do\":\"clock\"").text("clock")) <= System.nanoTime());
    JsonObject sample = peer.ask("\"do\":\"payload\",\"message\":[1,2,\"3\"],\"bytes\":9");
    assertEquals("01000200000000034c", sample.text("hex"));
    assertEquals("32aa4fbc", sample.text("crc32"));
    assertTrue(peer.ask("\"do\":\"start\",\"command\":[]").flag("unsupported"));
    peer.ask("\"do\":\"warm\"");
  }

  @Test
  void aLineThatIsNoCommandIsAnsweredAndForgotten() throws IOException {
    peer.say("nonsense");
    assertTrue(peer.next().has("error"));
    peer.say("{\"do\":\"echo\"}");
    assertEquals(-1, peer.next().integer("re"));
    assertTrue(peer.ask("\"do\":\"send\",\"end\":\"nobody\"").has("error"));
    assertTrue(peer.ask("\"do\":\"close\",\"end\":\"nobody\"").has("error"));
    assertTrue(peer.ask("\"do\":\"open\",\"end\":\"a\"").has("error"));
  }

  @Test
  void messagesGoThroughAndAreCompared() throws IOException {
    JsonObject opened = peer.ask(open("a", "sender", "", ""));
    assertEquals("done", opened.text("out"));
    assertEquals("[messages, 4, 4, 0]", opened.list("capacity").toString());
    assertEquals(List.of("counting"), opened.list("abilities"));
    peer.ask(open("b", "receiver", "", ""));
    send("\"sizes\":[0,5,8,64],\"scribble\":true", 4);
    assertEquals("4", peer.ask("\"do\":\"count\",\"end\":\"a\"").text("pending"));
    send("\"bytes\":9,\"count\":3,\"stopAtRefusal\":true", 1);
    assertEquals("full", peer.events().get(1).text("reason"));
    JsonObject done =
        peer.ask(
            "\"do\":\"receive\",\"end\":\"b\",\"count\":9,\"timeoutMs\":0,\"stopAtNothing\":true");
    assertEquals(5, done.integer("done"));
    assertEquals("short", peer.events().get(3).text("content"));
    assertEquals(10, peer.events().get(3).text("hex").length());
    assertEquals("[3, 7, 3]", peer.events().get(7).list("m").toString());
    assertEquals("whole", peer.events().get(7).text("content"));
    assertEquals("nothing", peer.events().get(9).text("out"));
  }

  @Test
  void whatOneEndHasOpenedAnotherUsesToo() throws IOException {
    String shares = open("c", "sender", "", ",\"with\":\"a\"").replace("\"open\"", "\"share\"");
    assertTrue(peer.ask(shares).has("error"));
    peer.ask(open("a", "sender", "", ""));
    assertEquals("done", peer.ask(shares).text("out"));
    send("\"bytes\":9,\"count\":1", 1);
    String send = "\"do\":\"send\",\"end\":\"c\",\"bytes\":9,\"count\":2,\"timeoutMs\":0";
    assertEquals(2, peer.ask(send).integer("done"));
    assertEquals("3", peer.ask("\"do\":\"count\",\"end\":\"a\"").text("pending"));
  }

  @Test
  void changedBytesAreCorruptWhereTheIdIsOfTheChannel() throws IOException {
    peer.ask(open("a", "sender", "corrupt", ""));
    peer.ask(open("b", "receiver", "", ""));
    send("\"bytes\":20,\"count\":1", 1);
    peer.ask("\"do\":\"receive\",\"end\":\"b\",\"count\":1,\"timeoutMs\":0");
    assertEquals("corrupt", peer.events().get(1).text("content"));
  }

  @Test
  void aFailedOpenIsTypedOrUntyped() throws IOException {
    JsonObject typed = peer.ask(open("a", "sender", "typed", ""));
    assertEquals("refused", typed.text("out"));
    assertEquals("name-in-use", typed.text("reason"));
    JsonObject untyped = peer.ask(open("a", "sender", "untyped", ""));
    assertEquals("untyped", untyped.text("out"));
    assertTrue(untyped.text("detail").contains("IllegalStateException: oops"));
  }

  @Test
  void aBlockedReceiveIsInterruptedAndClosedFromAside() throws IOException {
    peer.ask(open("b", "receiver", "", ""));
    assertFalse(peer.ask("\"do\":\"interrupt\",\"end\":\"b\"").flag("landed"));
    int first = peer.begin("\"do\":\"receive\",\"end\":\"b\",\"count\":1,\"timeoutMs\":-1");
    assertTrue(peer.ask("\"do\":\"interrupt\",\"end\":\"b\"").flag("landed"));
    peer.reply(first);
    assertEquals("interrupted", peer.lastEvent().text("out"));
    int second = peer.begin("\"do\":\"receive\",\"end\":\"b\",\"count\":1,\"timeoutMs\":-1");
    peer.begin("\"do\":\"close-aside\",\"end\":\"b\"");
    peer.reply(second);
    assertTrue(peer.said("end"));
  }

  @Test
  void anEndIsHeldAtAnArmedPointUntilItMayPass() throws IOException {
    peer.ask("\"do\":\"arm\",\"end\":\"a\",\"point\":\"commit\",\"n\":2");
    peer.ask(open("a", "sender", "", ""));
    int send = peer.begin("\"do\":\"send\",\"end\":\"a\",\"bytes\":8,\"count\":4,\"timeoutMs\":0");
    assertEquals("commit", peer.awaitLine("reached").text("reached"));
    assertEquals("2", peer.ask("\"do\":\"count\",\"end\":\"a\"").text("pending"));
    peer.ask("\"do\":\"pass\",\"end\":\"a\"");
    assertEquals(4, peer.reply(send).integer("done"));
  }

  @Test
  void anAbandonedEndStopsWithoutCloseAndIsOpenedAgainNumberedOn() throws IOException {
    peer.ask(open("a", "sender", "", ""));
    peer.ask(open("b", "receiver", "", ""));
    send("\"bytes\":8,\"count\":1", 1);
    peer.ask("\"do\":\"abandon\",\"end\":\"a\"");
    assertTrue(peer.ask("\"do\":\"send\",\"end\":\"a\",\"bytes\":8,\"timeoutMs\":0").has("error"));
    peer.ask(open("a", "sender", "", ""));
    send("\"bytes\":8,\"count\":1", 1);
    assertEquals("[3, 7, 1]", peer.events().get(0).list("m").toString());
  }

  @Test
  void aLogTakesTheOperationsOfItsEndAndGoesOnAcrossIncarnations() throws IOException {
    Path log = Files.write(folder.resolve("log"), new byte[EventLog.RECORD * 9]);
    String key = ",\"log\":\"" + log + "\"";
    peer.ask(open("a", "sender", "", key));
    send("\"bytes\":8,\"count\":2", 2);
    peer.ask("\"do\":\"close\",\"end\":\"a\"");
    peer.ask(open("a", "sender", "", key));
    assertEquals(0, peer.events().size());
    byte[] records = Files.readAllBytes(log);
    StringBuilder kinds = new StringBuilder();
    for (int at = EventLog.KIND; at < records.length; at += EventLog.RECORD) {
      kinds.append(records[at]);
    }
    assertEquals("122410000", kinds.toString());
    assertTrue(peer.ask(open("x", "sender", "", ",\"log\":\"/nowhere/log\"")).has("error"));
  }

  private void send(String what, int done) throws IOException {
    JsonObject reply = peer.ask("\"do\":\"send\",\"end\":\"a\",\"timeoutMs\":0," + what);
    assertEquals(done, reply.integer("done"));
  }

  private String open(String end, String side, String fault, String more) {
    return "\"do\":\"open\",\"end\":\"%s\",\"side\":\"%s\",\"number\":7,\"timeoutMs\":0,"
            .formatted(end, side)
        + "\"channel\":{\"directory\":\"%s\",\"name\":\"x\",\"number\":3,\"capacity\":4,"
            .formatted(folder)
        + "\"maxBytes\":64,\"senders\":1,\"receivers\":1,\"settings\":{\"fault\":\"%s\"}}%s"
            .formatted(fault, more);
  }
}
