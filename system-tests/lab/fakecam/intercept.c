#include "fakecam.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { MAX_FD = 4096, VIDEO4LINUX = 81 };

/* The open cameras by their descriptors. Changed, and what they point to used, under the lock only; a look without it
 * tells whether there is anything to lock for. */
static struct camera *_Atomic cameras[MAX_FD];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

int real_close(int fd) {
  REAL(close);
  return real(fd);
}

void *real_mmap(size_t length, int fd) {
  REAL(mmap);
  return real(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
}

static int is_camera(int fd) {
  return fd >= 0 && fd < MAX_FD && cameras[fd];
}

/* N where the path is /dev/videoN and the cameras are ours, otherwise -1. */
static int number_of(const char *path) {
  int number;
  char rest;
  if (!fakecam_is_on() || !path || sscanf(path, "/dev/video%d%c", &number, &rest) != 1) {
    return -1;
  }
  return number;
}

static int open_camera(int number, int flags) {
  struct camera *camera = camera_open(number, flags);
  if (!camera) {
    return -1;
  }
  int fd = camera->fd;
  if (fd >= MAX_FD) {
    camera_free(camera);
    real_close(fd);
    errno = EMFILE;
    return -1;
  }
  pthread_mutex_lock(&lock);
  cameras[fd] = camera;
  pthread_mutex_unlock(&lock);
  return fd;
}

/* The mode is passed only where a file may be made. */
#define MODE(flags) \
  int mode = 0; \
  if ((flags) & O_CREAT || ((flags) & O_TMPFILE) == O_TMPFILE) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, int); \
    va_end(rest); \
  }

#define INTERCEPT_OPEN(name) \
  int name(const char *path, int flags, ...) { \
    MODE(flags) \
    int number = number_of(path); \
    if (number >= 0) return open_camera(number, flags); \
    REAL(name); \
    return real(path, flags, mode); \
  }

#define INTERCEPT_OPENAT(name) \
  int name(int directory, const char *path, int flags, ...) { \
    MODE(flags) \
    int number = number_of(path); \
    if (number >= 0) return open_camera(number, flags); \
    REAL(name); \
    return real(directory, path, flags, mode); \
  }

INTERCEPT_OPEN(open)
INTERCEPT_OPEN(open64)
INTERCEPT_OPENAT(openat)
INTERCEPT_OPENAT(openat64)

int close(int fd) {
  if (is_camera(fd)) {
    pthread_mutex_lock(&lock);
    struct camera *camera = cameras[fd];
    cameras[fd] = NULL;
    if (camera) {
      camera_free(camera);
    }
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

int stat(const char *path, struct stat *status) {
  struct plug plug;
  int number = number_of(path);
  if (number < 0) {
    REAL(stat);
    return real(path, status);
  }
  if (plug_read(number, &plug)) {
    errno = ENOENT;
    return -1;
  }
  memset(status, 0, sizeof *status);
  status->st_mode = S_IFCHR | 0660;
  status->st_rdev = makedev(VIDEO4LINUX, (unsigned)number);
  return 0;
}

int access(const char *path, int mode) {
  struct stat status;
  if (number_of(path) >= 0) {
    return stat(path, &status);
  }
  REAL(access);
  return real(path, mode);
}

/* A camera's descriptor stands for the memory of its buffers; any other for itself. */
static int mapped(int fd) {
  int result = fd;
  if (is_camera(fd)) {
    pthread_mutex_lock(&lock);
    if (cameras[fd]) {
      result = cameras[fd]->memory;
    }
    pthread_mutex_unlock(&lock);
  }
  return result;
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  REAL(mmap);
  return real(at, length, protection, flags, mapped(fd), offset);
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  REAL(mmap64);
  return real(at, length, protection, flags, mapped(fd), offset);
}

int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if (is_camera(fd)) {
    pthread_mutex_lock(&lock);
    if (cameras[fd]) {
      /* some callers pass the request as a negative int */
      int result = camera_answer(cameras[fd], (uint32_t)request, argument);
      int error = errno;
      pthread_mutex_unlock(&lock);
      errno = error;
      return result;
    }
    pthread_mutex_unlock(&lock);
  }
  REAL(ioctl);
  return real(fd, request, argument);
}
