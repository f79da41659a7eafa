package org.ipctck.stage;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process behind a peer that another peer started, so that it inherits its ends; it talks over
 * FIFOs. Nobody but its parent is told its exit status.
 */
final class Heir implements Body {
  private final List<RandomAccessFile> holders = new ArrayList<>();
  private final Path in;
  private final Path out;
  private final Path err;
  private final OutputStream input;
  private final InputStream output;
  private final InputStream error;
  private volatile long pid = -1;

  private Heir(Path folder, String name) throws IOException {
    in = fifo(folder.resolve(name + ".in"));
    out = fifo(folder.resolve(name + ".out"));
    err = fifo(folder.resolve(name + ".err"));
    input = new FileOutputStream(in.toFile());
    output = new FileInputStream(out.toFile());
    error = new FileInputStream(err.toFile());
  }

  /** Makes the FIFOs of a child that is going to be started. */
  static Heir expect(Path folder, String name) throws IOException {
    return new Heir(folder, name);
  }

  /** A FIFO held open on both sides, so that opening either side never waits. */
  private Path fifo(Path path) throws IOException {
    if (!Posix.mkfifo(path)) {
      throw new IOException("a FIFO could not be made: path=" + path);
    }
    holders.add(new RandomAccessFile(path.toFile(), "rw"));
    return path;
  }

  /** It was started as this process. */
  void born(long id) {
    pid = id;
    Nursery.know(id);
  }

  /** It has opened its side: from now on its death is the end of its output. */
  void letGo() {
    for (RandomAccessFile holder : holders) {
      try {
        holder.close();
      } catch (IOException nothingToDo) {
        // It stays open until the kit ends, and costs a descriptor.
      }
    }
    holders.clear();
  }

  /** The path of its standard input. */
  String inputPath() {
    return in.toString();
  }

  /** The path of its standard output. */
  String outputPath() {
    return out.toString();
  }

  /** The path of its standard error. */
  String errorPath() {
    return err.toString();
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public boolean alive() {
    return pid > 0 && Proc.stat(pid).lives();
  }

  @Override
  public String ending() {
    return alive() ? "" : "gone or a zombie; its exit status is its parent's";
  }

  @Override
  public boolean killed() {
    return !alive();
  }

  @Override
  public OutputStream input() {
    return input;
  }

  @Override
  public InputStream output() {
    return output;
  }

  @Override
  public InputStream error() {
    return error;
  }
}
