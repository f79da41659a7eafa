package org.ipctck.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipctck.history.Sight;

/** The sockets that a process has open, found in the tables of its network namespace; proc(5). */
final class Sockets {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final String LISTENING = "0A";
  private static final String UNCONNECTED = "07";
  private static final int ACCEPTS = 0x10000;

  private Sockets() {}

  /** Those of a process. */
  static List<Sight.Socket> of(String process, long pid) {
    Set<String> own =
        Proc.descriptors(pid).stream()
            .map(SOCKET::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    List<Sight.Socket> sockets = new ArrayList<>();
    if (!own.isEmpty()) {
      for (String family : List.of("tcp", "tcp6", "udp", "udp6")) {
        network(process, pid, family, own, sockets);
      }
      local(process, pid, own, sockets);
    }
    return sockets;
  }

  /** A line is number, local and remote address, state, and at the tenth place the inode. */
  private static void network(
      String process, long pid, String family, Set<String> own, List<Sight.Socket> sockets) {
    for (String line : Proc.text(pid, "net/" + family).lines().skip(1).toList()) {
      String[] words = line.strip().split("\\s+");
      if (words.length > 9 && own.contains(words[9])) {
        boolean open =
            words[3].equals(LISTENING)
                || family.startsWith("udp")
                    && words[3].equals(UNCONNECTED)
                    && words[2].endsWith(":0000");
        sockets.add(new Sight.Socket(process, family, words[1], loopback(words[1]), open));
      }
    }
  }

  /** Addresses are hexadecimal, each four bytes in the order of the machine. */
  private static boolean loopback(String address) {
    String host = address.substring(0, address.indexOf(':'));
    boolean four = host.length() == 8 || host.startsWith("0000000000000000FFFF0000");
    return four ? host.endsWith("7F") : host.equals("00000000000000000000000001000000");
  }

  /** A line is number, references, protocol, flags, type, state, inode and maybe a path. */
  private static void local(String process, long pid, Set<String> own, List<Sight.Socket> sockets) {
    for (String line : Proc.text(pid, "net/unix").lines().skip(1).toList()) {
      String[] words = line.strip().split("\\s+", 8);
      if (words.length > 6 && own.contains(words[6])) {
        boolean listening = (Integer.parseInt(words[3], 16) & ACCEPTS) != 0;
        String address = words.length > 7 ? words[7] : "";
        sockets.add(new Sight.Socket(process, "unix", address, true, listening));
      }
    }
  }
}
