#include "fakecam.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { SIZES = 4, FASTEST = 30 };
static const int sizes[SIZES][2] = {{320, 240}, {640, 360}, {640, 480}, {1280, 720}};
static const long second = 1000000000;

static int fail(int error) {
  errno = error;
  return -1;
}

struct camera *camera_open(int number, int flags) {
  struct plug plug;
  if (plug_read(number, &plug)) {
    errno = ENOENT;
    return NULL;
  }
  /* whoever only asks for its name opens it for reading */
  if ((flags & O_ACCMODE) == O_RDWR && !strcmp(plug.detail, "busy")) {
    errno = EBUSY;
    return NULL;
  }
  struct camera *camera = calloc(1, sizeof *camera);
  if (!camera) {
    return NULL;
  }
  camera->fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  if (camera->fd < 0) {
    free(camera);
    return NULL;
  }
  camera->number = number;
  camera->width = 640;
  camera->height = 480;
  camera->frames_a_second = FASTEST;
  camera->memory = -1;
  picture_background(camera, plug.detail);
  return camera;
}

static void free_buffers(struct camera *camera) {
  if (camera->map) {
    munmap(camera->map, camera->map_size);
    camera->map = NULL;
  }
  if (camera->memory >= 0) {
    real_close(camera->memory);
    camera->memory = -1;
  }
  camera->buffers = 0;
}

void camera_free(struct camera *camera) {
  free_buffers(camera);
  free(camera);
}

/* --- what the camera is ------------------------------------------------------------------------------------------ */

static int query_capability(const struct camera *camera, const char *name, struct v4l2_capability *answer) {
  memset(answer, 0, sizeof *answer);
  snprintf((char *)answer->driver, sizeof answer->driver, "fakecam");
  snprintf((char *)answer->card, sizeof answer->card, "%s", name);
  snprintf((char *)answer->bus_info, sizeof answer->bus_info, "fakecam:%d", camera->number);
  answer->version = 0x060000;
  answer->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
  answer->capabilities = answer->device_caps | V4L2_CAP_DEVICE_CAPS;
  return 0;
}

static int enumerate_format(struct v4l2_fmtdesc *answer) {
  if (answer->index) {
    return fail(EINVAL);
  }
  answer->pixelformat = V4L2_PIX_FMT_YUYV;
  answer->flags = 0;
  snprintf((char *)answer->description, sizeof answer->description, "YUYV");
  return 0;
}

static int enumerate_size(struct v4l2_frmsizeenum *answer) {
  if (answer->index >= SIZES || answer->pixel_format != V4L2_PIX_FMT_YUYV) {
    return fail(EINVAL);
  }
  answer->type = V4L2_FRMSIZE_TYPE_DISCRETE;
  answer->discrete.width = (unsigned)sizes[answer->index][0];
  answer->discrete.height = (unsigned)sizes[answer->index][1];
  return 0;
}

static int enumerate_interval(struct v4l2_frmivalenum *answer) {
  if (answer->index) {
    return fail(EINVAL);
  }
  answer->type = V4L2_FRMIVAL_TYPE_DISCRETE;
  answer->discrete.numerator = 1;
  answer->discrete.denominator = FASTEST;
  return 0;
}

static int enumerate_input(struct v4l2_input *answer) {
  if (answer->index) {
    return fail(EINVAL);
  }
  memset(answer, 0, sizeof *answer);
  snprintf((char *)answer->name, sizeof answer->name, "camera");
  answer->type = V4L2_INPUT_TYPE_CAMERA;
  return 0;
}

/* --- what it is set to ------------------------------------------------------------------------------------------- */

static int get_format(const struct camera *camera, struct v4l2_format *answer) {
  struct v4l2_pix_format *pixels = &answer->fmt.pix;
  pixels->width = (unsigned)camera->width;
  pixels->height = (unsigned)camera->height;
  pixels->pixelformat = V4L2_PIX_FMT_YUYV;
  pixels->field = V4L2_FIELD_NONE;
  pixels->bytesperline = (unsigned)camera->width * 2;
  pixels->sizeimage = (unsigned)picture_size(camera);
  pixels->colorspace = V4L2_COLORSPACE_SMPTE170M;
  return 0;
}

/* The largest size that is not larger than the one asked for. */
static int choose_format(struct camera *camera, struct v4l2_format *wish) {
  if (wish->fmt.pix.pixelformat != V4L2_PIX_FMT_YUYV) {
    return fail(EINVAL);
  }
  int best = 0;
  for (int i = 0; i < SIZES; i++) {
    if (sizes[i][0] <= (int)wish->fmt.pix.width && sizes[i][1] <= (int)wish->fmt.pix.height) {
      best = i;
    }
  }
  camera->width = sizes[best][0];
  camera->height = sizes[best][1];
  return get_format(camera, wish);
}

static int set_format(struct camera *camera, struct v4l2_format *wish) {
  if (camera->buffers) {
    return fail(EBUSY);
  }
  return choose_format(camera, wish);
}

static int try_format(const struct camera *camera, struct v4l2_format *wish) {
  struct camera copy = *camera;
  return choose_format(&copy, wish);
}

static int get_rate(const struct camera *camera, struct v4l2_streamparm *answer) {
  answer->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
  answer->parm.capture.timeperframe.numerator = 1;
  answer->parm.capture.timeperframe.denominator = (unsigned)camera->frames_a_second;
  return 0;
}

static int set_rate(struct camera *camera, struct v4l2_streamparm *wish) {
  struct v4l2_fract interval = wish->parm.capture.timeperframe;
  if (interval.numerator) {
    unsigned rate = interval.denominator / interval.numerator;
    camera->frames_a_second = rate < 1 ? 1 : rate > FASTEST ? FASTEST : (int)rate;
  }
  return get_rate(camera, wish);
}

/* --- the stream -------------------------------------------------------------------------------------------------- */

static int request_buffers(struct camera *camera, struct v4l2_requestbuffers *request) {
  if (request->memory != V4L2_MEMORY_MMAP) {
    return fail(EINVAL);
  }
  free_buffers(camera);
  camera->queue_head = camera->queue_tail = 0;
  if (request->count > MAX_BUFFERS) {
    request->count = MAX_BUFFERS;
  }
  if (!request->count) {
    return 0;
  }
  camera->map_size = picture_size(camera) * request->count;
  camera->memory = memfd_create("fakecam", MFD_CLOEXEC);
  if (camera->memory < 0 || ftruncate(camera->memory, (off_t)camera->map_size)) {
    return -1;
  }
  camera->map = real_mmap(camera->map_size, camera->memory);
  if (camera->map == MAP_FAILED) {
    camera->map = NULL;
    return -1;
  }
  camera->buffers = request->count;
  return 0;
}

static int query_buffer(const struct camera *camera, struct v4l2_buffer *buffer) {
  if (buffer->index >= camera->buffers) {
    return fail(EINVAL);
  }
  buffer->length = (unsigned)picture_size(camera);
  buffer->m.offset = buffer->index * (unsigned)picture_size(camera);
  buffer->memory = V4L2_MEMORY_MMAP;
  return 0;
}

static int queue_buffer(struct camera *camera, const struct v4l2_buffer *buffer) {
  if (buffer->index >= camera->buffers || camera->queue_tail - camera->queue_head == MAX_BUFFERS) {
    return fail(EINVAL);
  }
  camera->queue[camera->queue_tail++ % MAX_BUFFERS] = (int)buffer->index;
  return 0;
}

static int dequeue_buffer(struct camera *camera, struct v4l2_buffer *buffer) {
  uint64_t ticks;
  if (read(camera->fd, &ticks, sizeof ticks) != sizeof ticks || camera->queue_head == camera->queue_tail) {
    return fail(EAGAIN);
  }
  int index = camera->queue[camera->queue_head++ % MAX_BUFFERS];
  picture_paint(camera, camera->map + (size_t)index * picture_size(camera));
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  buffer->index = (unsigned)index;
  buffer->bytesused = buffer->length = (unsigned)picture_size(camera);
  buffer->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
  buffer->sequence = camera->frame;
  buffer->timestamp.tv_sec = now.tv_sec;
  buffer->timestamp.tv_usec = now.tv_nsec / 1000;
  return 0;
}

static int stream(struct camera *camera, int on) {
  struct itimerspec timer = {0};
  if (on) {
    long interval = second / camera->frames_a_second;
    timer.it_interval.tv_sec = interval / second;
    timer.it_interval.tv_nsec = interval % second;
    timer.it_value = timer.it_interval;
  } else {
    camera->queue_head = camera->queue_tail;
  }
  return timerfd_settime(camera->fd, 0, &timer, NULL);
}

int camera_answer(struct camera *camera, unsigned long request, void *argument) {
  struct plug plug;
  if (plug_read(camera->number, &plug)) {
    return fail(ENODEV);
  }
  switch (request) {
    case VIDIOC_QUERYCAP: return query_capability(camera, plug.name, argument);
    case VIDIOC_ENUM_FMT: return enumerate_format(argument);
    case VIDIOC_ENUM_FRAMESIZES: return enumerate_size(argument);
    case VIDIOC_ENUM_FRAMEINTERVALS: return enumerate_interval(argument);
    case VIDIOC_ENUMINPUT: return enumerate_input(argument);
    case VIDIOC_G_INPUT: *(int *)argument = 0; return 0;
    case VIDIOC_S_INPUT: return *(int *)argument ? fail(EINVAL) : 0;
    case VIDIOC_G_FMT: return get_format(camera, argument);
    case VIDIOC_TRY_FMT: return try_format(camera, argument);
    case VIDIOC_S_FMT: return set_format(camera, argument);
    case VIDIOC_G_PARM: return get_rate(camera, argument);
    case VIDIOC_S_PARM: return set_rate(camera, argument);
    case VIDIOC_REQBUFS: return request_buffers(camera, argument);
    case VIDIOC_QUERYBUF: return query_buffer(camera, argument);
    case VIDIOC_QBUF: return queue_buffer(camera, argument);
    case VIDIOC_DQBUF: return dequeue_buffer(camera, argument);
    case VIDIOC_STREAMON: return stream(camera, 1);
    case VIDIOC_STREAMOFF: return stream(camera, 0);
    default: return fail(ENOTTY);
  }
}
