package org.ipctck.stage;

import java.io.InputStream;
import java.io.OutputStream;

/** The process behind a peer, however it was started. */
interface Body {
  /** Its process id. */
  long pid();

  /** Whether it has not ended. */
  boolean alive();

  /** How it ended, in words; empty while it lives or when nobody can know. */
  String ending();

  /** Whether it was ended by SIGKILL, as far as anybody can know. */
  boolean killed();

  /** Its standard input. */
  OutputStream input();

  /** Its standard output. */
  InputStream output();

  /** Its standard error. */
  InputStream error();

  /** A process that the kit started itself. */
  record Child(Process process) implements Body {
    @Override
    public long pid() {
      return process.pid();
    }

    @Override
    public boolean alive() {
      return process.isAlive();
    }

    @Override
    public String ending() {
      if (process.isAlive()) {
        return "";
      }
      int status = process.exitValue();
      return status > 128 ? "killed by signal " + (status - 128) : "exit status " + status;
    }

    @Override
    public boolean killed() {
      return !process.isAlive() && process.exitValue() == 128 + Posix.SIGKILL;
    }

    @Override
    public OutputStream input() {
      return process.getOutputStream();
    }

    @Override
    public InputStream output() {
      return process.getInputStream();
    }

    @Override
    public InputStream error() {
      return process.getErrorStream();
    }
  }
}
