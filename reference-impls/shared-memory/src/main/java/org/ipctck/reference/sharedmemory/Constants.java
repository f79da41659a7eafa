package org.ipctck.reference.sharedmemory;

/** Numbers of the Linux interface: fcntl.h, errno.h, stat.h, mman.h, futex.h. */
final class Constants {
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

  static final int O_RDWR = 2;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final int O_NOFOLLOW = ARM ? 0x8000 : 0x20000;
  static final int O_TMPFILE = 0x400000 | (ARM ? 0x4000 : 0x10000);

  static final int F_OFD_GETLK = 36;
  static final int F_OFD_SETLK = 37;
  static final int F_WRLCK = 1;
  static final int F_UNLCK = 2;

  static final int AT_FDCWD = -100;
  static final int AT_SYMLINK_NOFOLLOW = 0x100;
  static final int AT_SYMLINK_FOLLOW = 0x400;
  static final int AT_EMPTY_PATH = 0x1000;
  static final int STATX_BASIC_STATS = 0x7ff;
  static final int S_IFMT = 0xf000;
  static final int S_IFREG = 0x8000;

  static final int PROT_READ_WRITE = 3;
  static final int MAP_SHARED = 1;

  static final long SYS_FUTEX = ARM ? 98 : 202;
  static final int FUTEX_WAIT = 0;
  static final int FUTEX_WAKE = 1;

  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EACCES = 13;
  static final int EEXIST = 17;
  static final int ENOTDIR = 20;
  static final int EISDIR = 21;
  static final int ENXIO = 6;
  static final int ENAMETOOLONG = 36;
  static final int ELOOP = 40;
  static final int EOPNOTSUPP = 95;

  private Constants() {}
}
