#include "fakecam.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int fakecam_is_on(void) {
  return getenv("FAKECAM_DIR") != NULL;
}

static void read_line(FILE *file, char *line, int size) {
  line[0] = 0;
  if (fgets(line, size, file)) {
    line[strcspn(line, "\n")] = 0;
  }
}

int plug_read(int number, struct plug *plug) {
  const char *directory = getenv("FAKECAM_DIR");
  char path[4096];
  if (!directory) {
    return -1;
  }
  snprintf(path, sizeof path, "%s/video%d", directory, number);
  FILE *file = fopen(path, "re");
  if (!file) {
    return -1;
  }
  read_line(file, plug->name, sizeof plug->name);
  read_line(file, plug->detail, sizeof plug->detail);
  fclose(file);
  return 0;
}
