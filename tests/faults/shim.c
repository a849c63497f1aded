/* A layer between a program and the C library, loaded with LD_PRELOAD: it makes the n-th call that changes a file fail, or kills the
   program before it, or writes down everything that is written and synced. It looks only at files below one folder. It also sets the
   clock ahead, so that months pass in a minute.

   SHUKE_RIG_UNDER    the folder, without a link in its path
   SHUKE_RIG_CONTROL  a file holding `struct control`, shared with whoever started the program, who may change it at any moment
   SHUKE_RIG_LOG      where to write things down; nothing is written down without it */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { OFF, FAIL, KILL };

struct control {
  uint32_t mode;    /* OFF, FAIL or KILL */
  uint32_t sticky;  /* all calls after the n-th fail as well */
  uint32_t error;   /* errno of a call that fails */
  uint32_t half;    /* of a write that is hit, the first half is written */
  uint64_t at;      /* the n-th call, from 1 */
  uint64_t count;   /* calls so far; set to 0 by whoever arms it */
  uint64_t hits;    /* calls that failed */
  int64_t ahead;    /* seconds the clock is ahead of the computer's */
};

static struct control nothing;
static volatile struct control *control = &nothing;
static int log_fd = -1;
static char under[PATH_MAX];
static size_t under_length;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
enum { FDS = 4096 };
static uint32_t handles[FDS]; /* of open files below the folder; 0 for all others */
static uint32_t last_handle;

#define REAL(type, name, ...) static type (*real_##name)(__VA_ARGS__)
REAL(int, open, const char *, int, ...);
REAL(int, openat, int, const char *, int, ...);
REAL(int, close, int);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
REAL(int, ftruncate, int, off_t);
REAL(int, fsync, int);
REAL(int, fdatasync, int);
REAL(int, unlink, const char *);
REAL(int, rename, const char *, const char *);
REAL(int, linkat, int, const char *, int, const char *, int);
REAL(int, clock_gettime, clockid_t, struct timespec *);

static void get(void **function, const char *name) {
  *function = dlsym(RTLD_NEXT, name);
  if (!*function) abort();
}

__attribute__((constructor)) static void begin(void) {
  if (real_open) return;
  get((void **)&real_openat, "openat");
  get((void **)&real_close, "close");
  get((void **)&real_write, "write");
  get((void **)&real_pwrite, "pwrite");
  get((void **)&real_ftruncate, "ftruncate");
  get((void **)&real_fsync, "fsync");
  get((void **)&real_fdatasync, "fdatasync");
  get((void **)&real_unlink, "unlink");
  get((void **)&real_rename, "rename");
  get((void **)&real_linkat, "linkat");
  get((void **)&real_clock_gettime, "clock_gettime");
  get((void **)&real_open, "open");
  const char *folder = getenv("SHUKE_RIG_UNDER");
  if (folder) under_length = (size_t)snprintf(under, sizeof under, "%s/", folder);
  const char *path = getenv("SHUKE_RIG_CONTROL");
  if (path) {
    int fd = real_open(path, O_RDWR);
    void *shared = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared == MAP_FAILED) abort();
    control = shared;
    real_close(fd);
  }
  path = getenv("SHUKE_RIG_LOG");
  if (path) log_fd = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_under(const char *path) {
  return under_length && (!strncmp(path, under, under_length) || (!strncmp(path, under, under_length - 1) && !path[under_length - 1]));
}

static uint32_t handle_of(int fd) { return fd >= 0 && fd < FDS ? handles[fd] : 0; }

/* One record: kind, handle, position, length, and so many bytes. */
static void note(char kind, uint32_t handle, uint64_t position, const void *bytes, uint64_t length) {
  if (log_fd < 0) return;
  unsigned char head[24] = {0};
  head[0] = (unsigned char)kind;
  memcpy(head + 4, &handle, 4);
  memcpy(head + 8, &position, 8);
  memcpy(head + 16, &length, 8);
  if (real_write(log_fd, head, sizeof head) != sizeof head) abort();
  for (const char *at = bytes; length;) {
    ssize_t wrote = real_write(log_fd, at, length);
    if (wrote <= 0) abort();
    at += wrote;
    length -= (uint64_t)wrote;
  }
}

/* Counts a call; whether it is to fail. Of one that can be done by halves a kill may come in the middle. */
static int hit(int by_halves) {
  if (control->mode == OFF) return 0;
  control->count++;
  if (control->count < control->at || (control->count > control->at && !control->sticky)) return 0;
  if (control->mode == KILL && !(control->half && by_halves)) raise(SIGKILL);
  control->hits++;
  errno = (int)control->error;
  return 1;
}

static void full(int at, const char *path, char *result) {
  char folder[PATH_MAX] = "";
  if (path[0] != '/') {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t length = at == AT_FDCWD ? (getcwd(folder, sizeof folder) ? (ssize_t)strlen(folder) : 0) : readlink(link, folder, sizeof folder - 1);
    folder[length < 0 ? 0 : length] = 0;
  }
  snprintf(result, PATH_MAX, "%.2000s%s%.2000s", folder, path[0] == '/' ? "" : "/", path);
}

static int opened(int at, const char *path, int flags, mode_t mode) {
  char name[PATH_MAX];
  full(at, path, name);
  struct stat meta;
  int is_new = (flags & O_CREAT) && lstat(name, &meta) != 0;
  pthread_mutex_lock(&lock);
  int fd = -1;
  if (!(is_under(name) && (is_new || (flags & O_TRUNC)) && hit(0))) fd = real_openat(at, path, flags, mode);
  if (fd >= 0 && fd < FDS) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 1);
    name[length < 0 ? 0 : length] = 0;
    handles[fd] = is_under(name) ? ++last_handle : 0;
    if (handles[fd]) note(is_new ? 'C' : flags & O_TRUNC ? 'Z' : 'O', handles[fd], 0, name, strlen(name));
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

#define OPENS(name, at, ...)                                                       \
  int name(__VA_ARGS__, int flags, ...) {                                          \
    begin();                                                                       \
    va_list rest;                                                                  \
    va_start(rest, flags);                                                         \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? (mode_t)va_arg(rest, int) : 0;   \
    va_end(rest);                                                                  \
    return opened(at, path, flags, mode);                                          \
  }
OPENS(open, AT_FDCWD, const char *path)
OPENS(open64, AT_FDCWD, const char *path)
OPENS(openat, at, int at, const char *path)
OPENS(openat64, at, int at, const char *path)

int close(int fd) {
  begin();
  if (fd >= 0 && fd < FDS) handles[fd] = 0;
  return real_close(fd);
}

static ssize_t put(int fd, const void *bytes, size_t length, off_t position, int seeks) {
  uint32_t handle = handle_of(fd);
  pthread_mutex_lock(&lock);
  ssize_t wrote = -1;
  int fails = handle && hit(length > 1);
  if (fails && control->half && length > 1) {
    length /= 2;
    fails = 0;
    if (control->mode == FAIL) control->half = 0; /* the call after it fails */
  }
  if (!fails) {
    if (!seeks && handle) position = lseek(fd, 0, SEEK_CUR);
    wrote = seeks ? real_pwrite(fd, bytes, length, position) : real_write(fd, bytes, length);
    if (handle && wrote > 0) note('W', handle, (uint64_t)position, bytes, (uint64_t)wrote);
    if (fd == 1 && wrote > 0) note('A', 0, 0, bytes, (uint64_t)wrote);
    if (handle && control->mode == KILL && control->count >= control->at) raise(SIGKILL);
  }
  pthread_mutex_unlock(&lock);
  return wrote;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  begin();
  return put(fd, bytes, length, 0, 0);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t position) {
  begin();
  return put(fd, bytes, length, position, 1);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  begin();
  while (count > 1 && !parts->iov_len) parts++, count--;
  return put(fd, parts->iov_base, parts->iov_len, 0, 0);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t position) { return pwrite(fd, bytes, length, position); }

/* A call on an open file: fails, or is done and written down. */
#define ON_FILE(kind, position, call)             \
  begin();                                        \
  uint32_t handle = handle_of(fd);                \
  pthread_mutex_lock(&lock);                      \
  int done = -1;                                  \
  if (!(handle && hit(0))) {                       \
    done = call;                                  \
    if (handle && !done) note(kind, handle, (uint64_t)(position), "", 0); \
  }                                               \
  pthread_mutex_unlock(&lock);                    \
  return done;

int ftruncate(int fd, off_t length) { ON_FILE('T', length, real_ftruncate(fd, length)) }
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }
int fsync(int fd) { ON_FILE('S', 0, real_fsync(fd)) }
int fdatasync(int fd) { ON_FILE('S', 0, real_fdatasync(fd)) }

int unlink(const char *path) {
  begin();
  char name[PATH_MAX];
  full(AT_FDCWD, path, name);
  pthread_mutex_lock(&lock);
  int watched = is_under(name), done = -1;
  if (!(watched && hit(0))) {
    done = real_unlink(path);
    if (watched && !done) note('U', 0, 0, name, strlen(name));
  }
  pthread_mutex_unlock(&lock);
  return done;
}

static int named(char kind, const char *from, const char *to) {
  begin();
  char names[2 * PATH_MAX], target[PATH_MAX];
  full(AT_FDCWD, from, names);
  full(AT_FDCWD, to, target);
  pthread_mutex_lock(&lock);
  int watched = is_under(names) || is_under(target), done = -1;
  if (!(watched && hit(0))) {
    done = kind == 'R' ? real_rename(from, to) : real_linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
    size_t first = strlen(names);
    memcpy(names + first + 1, target, strlen(target) + 1);
    if (watched && !done) note(kind, 0, first, names, first + 1 + strlen(target));
  }
  pthread_mutex_unlock(&lock);
  return done;
}
int rename(const char *from, const char *to) { return named('R', from, to); }
int link(const char *from, const char *to) { return named('L', from, to); }
int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
  begin();
  if (from_at != AT_FDCWD || to_at != AT_FDCWD) return real_linkat(from_at, from, to_at, to, flags);
  return named('L', from, to);
}

/* Ways past the calls above are shut, so that nothing is written unseen; callers fall back to plain writes. */
static int shut(void) {
  errno = ENOSYS;
  return -1;
}
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
  (void)in, (void)from, (void)out, (void)to, (void)length, (void)flags;
  return shut();
}
ssize_t sendfile(int out, int in, off_t *from, size_t length) {
  (void)out, (void)in, (void)from, (void)length;
  return shut();
}
ssize_t sendfile64(int out, int in, off64_t *from, size_t length) {
  (void)out, (void)in, (void)from, (void)length;
  return shut();
}
int fallocate(int fd, int mode, off_t from, off_t length) {
  (void)fd, (void)mode, (void)from, (void)length;
  return shut();
}
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  (void)from_at, (void)from, (void)to_at, (void)to, (void)flags;
  return shut();
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  begin();
  int code = real_clock_gettime(clock, now);
  if (!code && clock == CLOCK_REALTIME) now->tv_sec += control->ahead;
  return code;
}
