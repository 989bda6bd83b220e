/* Keeps a race of WebRTC's own (m138, modules/video_capture/linux) out of the tests. Starting a camera ends with
 * giving up a lock and then a "race checker"; the capture thread, which waits for the lock, may get to the checker in
 * between, and the process aborts: "Check failed: !race_checker411.RaceDetected()", about once in 50 starts as root,
 * whose capture threads run with real-time priority, and once in 400 as somebody else. Here the capture thread, which
 * is known by the name it gives itself, comes a little later. */
#include "fakecam.h"

#include <stdarg.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

static const struct timespec a_little = {.tv_nsec = 20000000};

__attribute__((visibility("default"))) int prctl(int option, ...) {
  unsigned long arguments[4];
  va_list rest;
  va_start(rest, option);
  for (int i = 0; i < 4; i++) {
    arguments[i] = va_arg(rest, unsigned long);
  }
  va_end(rest);
  if (option == PR_SET_NAME && fakecam_is_on() && !strcmp((const char *)arguments[0], "CaptureThread")) {
    nanosleep(&a_little, NULL);
  }
  REAL(prctl);
  return real(option, arguments[0], arguments[1], arguments[2], arguments[3]);
}
