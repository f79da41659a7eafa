package org.ipctck.stage;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;

/** Plays scenarios with the processes of one subject; nothing of it is left when it is closed. */
public final class Stage implements AutoCloseable {
  private final Subject subject;
  private final StageOptions options;
  private final Scratch scratch;
  private final HostWatch host;
  private final Hangs hangs = new Hangs();
  private final Spares spares;
  private final Families families;
  private final Thread farewell;
  private Hello hello;
  private int tries;
  private volatile boolean closed;

  private Stage(Subject subject, Path scratchRoot, StageOptions options)
      throws CouldNotRun, InterruptedException {
    this.subject = subject;
    this.options = options;
    Posix.adoptOrphans();
    Orphans.clearDead();
    scratch = Scratch.open(scratchRoot, options.keepScratch());
    host = HostWatch.start(options.timeFactor());
    spares = new Spares(subject, options, host);
    families = new Families(spares, subject, scratch);
    farewell = Thread.ofPlatform().unstarted(this::end);
    Runtime.getRuntime().addShutdownHook(farewell);
    hello = greet();
  }

  /**
   * Starts the first processes and finds out whether they can be judged.
   *
   * @param scratchRoot a directory with a short path, such as {@code /tmp}
   * @throws CouldNotRun when the subject cannot be judged, with the mistake and its mend
   */
  public static Stage open(Subject subject, Path scratchRoot, StageOptions options)
      throws CouldNotRun, InterruptedException {
    try {
      return checked(new Stage(subject, scratchRoot, options));
    } catch (UncheckedIOException e) {
      throw new CouldNotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private static Stage checked(Stage stage) throws CouldNotRun, InterruptedException {
    try {
      new Canary(stage.hello, stage.options, stage.host).check(stage);
      return stage;
    } catch (CouldNotRun | InterruptedException | RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  private Hello greet() throws CouldNotRun, InterruptedException {
    try {
      Peer first = spares.start();
      Hello said = spares.hello(first);
      if (said.profile().launch().isEmpty()) {
        spares.giveBack(first);
      } else {
        // It was started without the words that its profile asks for.
        spares.launchWith(said.profile().launch());
        spares.discard(first);
      }
      return said;
    } catch (CouldNotRun | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What the subject promises. */
  public Profile profile() {
    return hello.profile();
  }

  /** What the subject said of itself. */
  public Hello hello() {
    return hello;
  }

  /** The host while this stage is open. */
  public HostWatch host() {
    return host;
  }

  Spares spares() {
    return spares;
  }

  /**
   * Plays a scenario once.
   *
   * @throws CouldNotRun when a process could not be started, ended by itself or wrote nonsense
   */
  public synchronized Played play(Scenario scenario) throws InterruptedException, CouldNotRun {
    Scratch.Try folder = scratch.next();
    tries++;
    try {
      Scenario asked =
          Cast.inherited(subject, hello) ? Rounding.up(scenario, hello.profile()) : scenario;
      Cast cast = Cast.assemble(asked, spares, families, subject, hello, folder.channels());
      Played played = play(asked, cast, folder.with(cast.directories()));
      checkRoom();
      return played;
    } catch (CouldNotRun | InternalError e) {
      // To touch a log that has no room is a fault of memory; a peer that does so dies.
      checkRoom();
      throw e;
    } finally {
      scratch.done(folder);
    }
  }

  /** Where a disk is full, nothing that a transport does or refuses says anything of it. */
  private void checkRoom() throws CouldNotRun {
    Optional<String> full = scratch.full();
    if (full.isPresent()) {
      throw new CouldNotRun(full.get());
    }
  }

  private Played play(Scenario scenario, Cast cast, Scratch.Try folder)
      throws InterruptedException, CouldNotRun {
    try {
      return new Trial(scenario, cast, hello, subject, folder, options, host, hangs, tries).play();
    } catch (InterruptedException | CouldNotRun | RuntimeException | InternalError e) {
      cast.peers().forEach(Peer::spoil);
      throw e;
    } finally {
      release(cast);
    }
  }

  private void release(Cast cast) throws InterruptedException {
    boolean harmed = cast.peers().stream().anyMatch(peer -> !peer.fit());
    cast.family().ifPresentOrElse(families::giveBack, () -> cast.peers().forEach(spares::giveBack));
    if (harmed) {
      Nursery.sweep();
    }
  }

  /** Ends every process and removes every folder. */
  @Override
  public void close() {
    if (!closed) {
      try {
        Runtime.getRuntime().removeShutdownHook(farewell);
      } catch (IllegalStateException shuttingDown) {
        // The hook is at it already.
      }
      end();
    }
  }

  private synchronized void endOnce() {
    if (!closed) {
      closed = true;
      scratch.close();
      host.close();
    }
  }

  private void end() {
    // Without the lock of a try that is under way: its processes die, and then it ends.
    families.close();
    spares.close();
    endOnce();
  }
}
