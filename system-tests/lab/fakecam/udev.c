/* The few calls of libudev by which cameras are listed and watched, answered from FAKECAM_DIR. */
#include "fakecam.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

struct udev {
  int unused;
};

struct udev_list_entry {
  char path[64];
  struct udev_list_entry *next;
};

struct udev_enumerate {
  struct udev_list_entry *first;
};

struct udev_device {
  char node[32];
  char name[NAME_SIZE];
  char action[8];
};

struct udev_monitor {
  int fd;
  char seen[MAX_CAMERAS][NAME_SIZE]; /* the names of those plugged in when last looked; empty: none */
};

static const char *const system_path = "/sys/class/video4linux/video%d";

struct udev *udev_new(void) {
  return calloc(1, sizeof(struct udev));
}

struct udev *udev_unref(struct udev *udev) {
  free(udev);
  return NULL;
}

/* --- the list ---------------------------------------------------------------------------------------------------- */

struct udev_enumerate *udev_enumerate_new(struct udev *udev) {
  (void)udev;
  return calloc(1, sizeof(struct udev_enumerate));
}

int udev_enumerate_add_match_subsystem(struct udev_enumerate *list, const char *subsystem) {
  (void)list;
  (void)subsystem;
  return 0;
}

int udev_enumerate_scan_devices(struct udev_enumerate *list) {
  for (int number = MAX_CAMERAS - 1; number >= 0; number--) {
    struct plug plug;
    if (plug_read(number, &plug)) {
      continue;
    }
    struct udev_list_entry *entry = calloc(1, sizeof *entry);
    if (!entry) {
      return -ENOMEM;
    }
    snprintf(entry->path, sizeof entry->path, system_path, number);
    entry->next = list->first;
    list->first = entry;
  }
  return 0;
}

struct udev_list_entry *udev_enumerate_get_list_entry(struct udev_enumerate *list) {
  return list->first;
}

struct udev_enumerate *udev_enumerate_unref(struct udev_enumerate *list) {
  while (list->first) {
    struct udev_list_entry *entry = list->first;
    list->first = entry->next;
    free(entry);
  }
  free(list);
  return NULL;
}

const char *udev_list_entry_get_name(struct udev_list_entry *entry) {
  return entry->path;
}

struct udev_list_entry *udev_list_entry_get_next(struct udev_list_entry *entry) {
  return entry->next;
}

/* --- a device ---------------------------------------------------------------------------------------------------- */

static struct udev_device *new_device(int number, const char *action, const char *name) {
  struct udev_device *device = calloc(1, sizeof *device);
  if (device) {
    snprintf(device->node, sizeof device->node, "/dev/video%d", number);
    snprintf(device->name, sizeof device->name, "%s", name);
    snprintf(device->action, sizeof device->action, "%s", action);
  }
  return device;
}

struct udev_device *udev_device_new_from_syspath(struct udev *udev, const char *path) {
  (void)udev;
  int number;
  struct plug plug;
  if (sscanf(path, system_path, &number) != 1 || plug_read(number, &plug)) {
    return NULL;
  }
  return new_device(number, "", plug.name);
}

struct udev_device *udev_device_unref(struct udev_device *device) {
  free(device);
  return NULL;
}

const char *udev_device_get_devnode(struct udev_device *device) {
  return device->node;
}

const char *udev_device_get_subsystem(struct udev_device *device) {
  (void)device;
  return "video4linux";
}

const char *udev_device_get_action(struct udev_device *device) {
  return device->action;
}

const char *udev_device_get_property_value(struct udev_device *device, const char *key) {
  return strcmp(key, "ID_V4L_PRODUCT") ? NULL : device->name;
}

/* --- plugging and unplugging ------------------------------------------------------------------------------------- */

struct udev_monitor *udev_monitor_new_from_netlink(struct udev *udev, const char *source) {
  (void)udev;
  (void)source;
  struct udev_monitor *monitor = calloc(1, sizeof *monitor);
  if (!monitor) {
    return NULL;
  }
  monitor->fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (fakecam_is_on()) {
    inotify_add_watch(monitor->fd, getenv("FAKECAM_DIR"),
                      IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM);
  }
  /* after the watch, so that nothing is missed between the two */
  for (int number = 0; number < MAX_CAMERAS; number++) {
    struct plug plug;
    if (!plug_read(number, &plug)) {
      snprintf(monitor->seen[number], NAME_SIZE, "%s", plug.name);
    }
  }
  return monitor;
}

int udev_monitor_filter_add_match_subsystem_devtype(struct udev_monitor *monitor, const char *subsystem,
                                                    const char *type) {
  (void)monitor;
  (void)subsystem;
  (void)type;
  return 0;
}

int udev_monitor_enable_receiving(struct udev_monitor *monitor) {
  (void)monitor;
  return 0;
}

int udev_monitor_get_fd(struct udev_monitor *monitor) {
  return monitor->fd;
}

struct udev_monitor *udev_monitor_unref(struct udev_monitor *monitor) {
  close(monitor->fd);
  free(monitor);
  return NULL;
}

/* Takes one event from the queue, so that the descriptor stays readable while there are more. One with the name
 * "videoN" is 32 bytes long, and into 32 bytes no second one fits; another file's longer name needs more room. */
static int take_event(int fd) {
  char event[sizeof(struct inotify_event) + NAME_MAX + 1] __attribute__((aligned(8)));
  ssize_t got = read(fd, event, sizeof(struct inotify_event) + 16);
  if (got < 0 && errno == EINVAL) {
    got = read(fd, event, sizeof event);
  }
  return got > 0;
}

struct udev_device *udev_monitor_receive_device(struct udev_monitor *monitor) {
  if (!take_event(monitor->fd)) {
    return NULL;
  }
  for (int number = 0; number < MAX_CAMERAS; number++) {
    struct plug plug;
    char *seen = monitor->seen[number];
    int there = !plug_read(number, &plug);
    if (there && !seen[0]) {
      snprintf(seen, NAME_SIZE, "%s", plug.name);
      return new_device(number, "add", plug.name);
    }
    if (!there && seen[0]) {
      struct udev_device *device = new_device(number, "remove", seen);
      seen[0] = 0;
      return device;
    }
  }
  return NULL;
}
