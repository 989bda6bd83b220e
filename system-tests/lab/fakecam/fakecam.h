/* fakecam: makes V4L2 cameras appear to one process, where the machine has none and no kernel module can be loaded.
 *
 *   cc -O2 -shared -fPIC -o libfakecam.so fakecam/<all>.c -ldl -lpthread
 *   FAKECAM_DIR=$PWD/cams LD_PRELOAD=$PWD/libfakecam.so  program
 *
 * FAKECAM_DIR holds one file per camera, named video0, video1, ... Written and removed while the program runs, the
 * files are the plug: a removed file makes the camera's reads fail with ENODEV.
 *   Line 1: the camera's name.
 *   Line 2, optional: "busy" (opening for capture answers EBUSY), or the colour "R G B" of the picture's background.
 *
 * The picture: that background; a white bar that moves eight pixels to the right every frame; and in the top left
 * corner 32 blocks of 8x8 pixels that spell the frame's number in binary (white is 1, the most significant first).
 * Format: YUYV, up to 1280x720, at most 30 frames a second.
 *
 *   plug.c       what FAKECAM_DIR says
 *   intercept.c  open, close, stat, mmap, ioctl ... of /dev/videoN
 *   camera.c     one open camera: the answers to V4L2's requests
 *   picture.c    what it sees
 *   udev.c       the calls of libudev by which cameras are listed and watched
 *   start.c      keeps a race of WebRTC out of the tests
 */
#ifndef FAKECAM_H
#define FAKECAM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

enum { MAX_CAMERAS = 64, MAX_BUFFERS = 8, NAME_SIZE = 32, DETAIL_SIZE = 64 };

/* The function that this library stands in front of, as `real`. */
#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* Nothing below is seen by the program that this library is loaded into. */
#pragma GCC visibility push(hidden)

/* What a camera's file says. */
struct plug {
  char name[NAME_SIZE];
  char detail[DETAIL_SIZE];
};

/* One open camera. Its descriptor is a timer that becomes readable when a frame is due. */
struct camera {
  int fd;
  int number;
  int width;
  int height;
  int frames_a_second;
  uint32_t frame;
  uint8_t y, u, v; /* the background */
  int memory;      /* the buffers, one after the other; -1: none */
  uint8_t *map;
  size_t map_size;
  unsigned buffers;
  int queue[MAX_BUFFERS]; /* the buffers to fill, in order */
  unsigned queue_head;
  unsigned queue_tail;
};

/* Whether there is a FAKECAM_DIR at all; without one, this library does nothing. */
int fakecam_is_on(void);

/* Reads the file of camera `number`. 0, or -1 where it is not plugged in. */
int plug_read(int number, struct plug *plug);

/* Opens a camera; NULL and errno where that fails. */
struct camera *camera_open(int number, int flags);

/* Frees everything but the descriptor, which the caller closes. */
void camera_free(struct camera *camera);

/* Answers one ioctl, as the kernel would: 0, or -1 and errno. */
int camera_answer(struct camera *camera, unsigned long request, void *argument);

/* The bytes of one frame. */
size_t picture_size(const struct camera *camera);

/* Sets the background from "R G B"; anything else gives a blue one. */
void picture_background(struct camera *camera, const char *colour);

/* Draws the next frame. */
void picture_paint(struct camera *camera, uint8_t *to);

/* close() and mmap() of the system itself. */
int real_close(int fd);
void *real_mmap(size_t length, int fd);

#pragma GCC visibility pop

#endif
