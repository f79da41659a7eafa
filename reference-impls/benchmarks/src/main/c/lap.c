// One system call a message each way, between a process and its child: what the kernel itself
// allows. Usage: lap pipe|stream; prints "SIZE MESSAGES_A_SECOND NANOSECONDS_A_ROUND_TRIP" lines.
// The first byte of a message is 1 when it is to be answered.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000L + t.tv_nsec;
}

static void put(int fd, const char *message, size_t size) {
  for (size_t done = 0; done < size;) {
    ssize_t n = write(fd, message + done, size - done);
    if (n <= 0) exit(1);
    done += n;
  }
}

// Whether a whole message came, rather than the end.
static int get(int fd, char *message, size_t size) {
  for (size_t done = 0; done < size;) {
    ssize_t n = read(fd, message + done, size - done);
    if (n <= 0) return 0;
    done += n;
  }
  return 1;
}

static void echo(int in, int out, size_t size) {
  char *message = malloc(size);
  while (get(in, message, size)) {
    if (message[0]) put(out, message, size);
  }
  _exit(0);
}

static double rate(int out, int in, char *message, size_t size, long nanos) {
  long start = now(), sent = 0;
  message[0] = 0;
  do {
    for (int i = 0; i < 16; i++, sent++) put(out, message, size);
  } while (now() - start < nanos);
  message[0] = 1;
  put(out, message, size);
  if (!get(in, message, size)) exit(1);
  return (sent + 1) * 1e9 / (now() - start);
}

static int compare(const void *a, const void *b) {
  long x = *(const long *)a, y = *(const long *)b;
  return x < y ? -1 : x > y;
}

static long round_trip(int out, int in, char *message, size_t size, long nanos) {
  static long trips[1000000];
  size_t count = 0;
  long start = now(), before = start;
  do {
    message[0] = 1;
    put(out, message, size);
    if (!get(in, message, size)) exit(1);
    long after = now();
    trips[count++] = after - before;
    before = after;
  } while (before - start < nanos && count < sizeof trips / sizeof *trips);
  qsort(trips, count, sizeof *trips, compare);
  return trips[count / 2];
}

int main(int argc, char **argv) {
  static const size_t sizes[] = {64, 4096, 65536};
  if (argc != 2) return 2;
  for (int i = 0; i < 3; i++) {
    int there[2], back[2], both[2];
    if (strcmp(argv[1], "pipe") == 0) {
      if (pipe(there) || pipe(back)) return 1;
    } else {
      if (socketpair(AF_UNIX, SOCK_STREAM, 0, both)) return 1;
      there[0] = back[1] = both[0];
      there[1] = back[0] = both[1];
    }
    if (fork() == 0) {
      close(there[1]);
      if (back[0] != there[1]) close(back[0]);
      echo(there[0], back[1], sizes[i]);
    }
    close(there[0]);
    if (back[1] != there[0]) close(back[1]);
    char *message = calloc(1, sizes[i]);
    rate(there[1], back[0], message, sizes[i], 50000000);
    double messages = rate(there[1], back[0], message, sizes[i], 200000000);
    long trip = round_trip(there[1], back[0], message, sizes[i], 150000000);
    printf("%zu %.0f %ld\n", sizes[i], messages, trip);
    close(there[1]);
    wait(NULL);
    free(message);
  }
  return 0;
}
