#include "fakecam.h"

#include <stdio.h>

enum { BLACK = 16, WHITE = 235, NO_COLOUR = 128, BLOCK = 8, BLOCKS = 32, BAR_WIDTH = 16, BAR_STEP = 8 };

size_t picture_size(const struct camera *camera) {
  return (size_t)camera->width * 2 * (size_t)camera->height;
}

/* ITU-R BT.601, limited range. */
void picture_background(struct camera *camera, const char *colour) {
  int r, g, b;
  if (sscanf(colour, "%d %d %d", &r, &g, &b) != 3) {
    r = 40;
    g = 80;
    b = 160;
  }
  camera->y = (uint8_t)(16 + (66 * r + 129 * g + 25 * b) / 256);
  camera->u = (uint8_t)(128 + (-38 * r - 74 * g + 112 * b) / 256);
  camera->v = (uint8_t)(128 + (112 * r - 94 * g - 18 * b) / 256);
}

static uint8_t brightness(const struct camera *camera, uint32_t number, int bar, int x, int in_number) {
  if (in_number) {
    return number >> (BLOCKS - 1 - x / BLOCK) & 1 ? WHITE : BLACK;
  }
  return x >= bar && x < bar + BAR_WIDTH ? WHITE : camera->y;
}

void picture_paint(struct camera *camera, uint8_t *to) {
  uint32_t number = camera->frame++;
  int bar = (int)(number * BAR_STEP % (uint32_t)camera->width);
  for (int row = 0; row < camera->height; row++) {
    for (int x = 0; x < camera->width; x += 2) {
      int in_number = row < BLOCK && x < BLOCK * BLOCKS;
      uint8_t y = brightness(camera, number, bar, x, in_number);
      *to++ = y;
      *to++ = in_number ? NO_COLOUR : camera->u;
      *to++ = y;
      *to++ = in_number ? NO_COLOUR : camera->v;
    }
  }
}
