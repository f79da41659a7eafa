package org.ipctck.spi;

/** An end that knows from the kernel who is at the other side. */
public interface Identifying {

  /** Who is at the other side. A process id alone is no identity. */
  Identity peer() throws TransportException;

  /** User, group and process of a peer when it connected. */
  record Identity(int user, int group, long process) {}
}
