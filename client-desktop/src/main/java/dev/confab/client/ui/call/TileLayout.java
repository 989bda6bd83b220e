package dev.confab.client.ui.call;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Where the tiles of a call go: arithmetic alone, in pixels of the layout. Each tile has the ratio
/// (width by height) of its picture, so that nothing is cut off and no bars are needed.
final class TileLayout {
  static final double GAP = 10;

  /// Between one's own floating picture and the edges of what it floats over.
  static final double FLOATING_MARGIN = 14;

  // What a strip beside or below the large tile takes of the stage.
  private static final double STRIP_SHARE = 0.2;
  private static final double STRIP_SMALLEST = 84;
  private static final double STRIP_LARGEST = 220;

  // Narrower pictures would make a strip of them too high for its tiles.
  private static final double STRIP_RATIO = 4 / 3.0;
  private static final double FLOATING_SHARE = 0.22;
  private static final double FLOATING_SHARE_OF_TILE = 0.45;
  private static final double FLOATING_SMALLEST = 96;
  private static final double FLOATING_LARGEST = 256;

  record Box(double x, double y, double width, double height) {
    double maxX() {
      return x + width;
    }

    double maxY() {
      return y + height;
    }

    double area() {
      return width * height;
    }

    Box inset(double by) {
      return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    private Box moved(double dx, double dy) {
      return new Box(x + dx, y + dy, width, height);
    }

    private Box centredIn(Box place) {
      return moved(
          place.x + (place.width - width) / 2 - x, place.y + (place.height - height) / 2 - y);
    }
  }

  private TileLayout() {}

  /// The place of each tile, and that of one's own picture where it floats over them.
  record Plan(List<Box> tiles, Box floating) {}

  /// A place for each ratio, in their order. `large` is the index of the one that is large, -1
  /// where all are alike. Who is alone has the whole stage.
  static Plan plan(double width, double height, List<Double> ratios, int large) {
    Box stage = new Box(0, 0, width, height);
    if (ratios.size() < 2) {
      return new Plan(ratios.stream().map(_ -> stage).toList(), floating(stage, width));
    }
    Box place = stage.inset(GAP);
    if (large < 0) {
      List<Box> boxes = grid(place, ratios);
      double narrowest = boxes.stream().mapToDouble(Box::width).min().orElse(width);
      return new Plan(boxes, floating(place, narrowest * FLOATING_SHARE_OF_TILE));
    }
    List<Box> boxes = withLarge(place, ratios, large);
    return new Plan(boxes, floating(boxes.get(large), width));
  }

  // At the lower right, and no wider than that, so that it does not hide who is there.
  private static Box floating(Box over, double most) {
    double share = Math.min(over.width, over.height * 1.6) * FLOATING_SHARE;
    double largest = Math.clamp(most, FLOATING_SMALLEST, FLOATING_LARGEST);
    double unit = Math.floor(Math.clamp(share, FLOATING_SMALLEST, largest) / 32) * 2;
    return new Box(
        over.maxX() - unit * 16 - FLOATING_MARGIN,
        over.maxY() - unit * 9 - FLOATING_MARGIN,
        unit * 16,
        unit * 9);
  }

  /// Rows of tiles of one height, in the middle of the place. Of all numbers of columns the one
  /// that makes the tiles largest.
  private static List<Box> grid(Box place, List<Double> ratios) {
    int bestColumns = 1;
    double bestHeight = 0;
    for (int columns = 1; columns <= ratios.size(); columns++) {
      double height = rowHeight(place, rows(ratios, columns));
      if (height > bestHeight) {
        bestHeight = height;
        bestColumns = columns;
      }
    }
    return placeRows(place, rows(ratios, bestColumns), bestHeight);
  }

  private static List<List<Double>> rows(List<Double> ratios, int columns) {
    return IntStream.iterate(0, from -> from < ratios.size(), from -> from + columns)
        .mapToObj(from -> ratios.subList(from, Math.min(from + columns, ratios.size())))
        .toList();
  }

  /// The height at which the rows fit below each other, and each into the width.
  private static double rowHeight(Box place, List<List<Double>> rows) {
    double height = (place.height - GAP * (rows.size() - 1)) / rows.size();
    for (List<Double> row : rows) {
      height = Math.min(height, (place.width - GAP * (row.size() - 1)) / sum(row));
    }
    return Math.max(0, height);
  }

  private static List<Box> placeRows(Box place, List<List<Double>> rows, double height) {
    List<Box> boxes = new ArrayList<>();
    double all = height * rows.size() + GAP * (rows.size() - 1);
    double y = place.y + (place.height - all) / 2;
    for (List<Double> row : rows) {
      double width = sum(row) * height + GAP * (row.size() - 1);
      double x = place.x + (place.width - width) / 2;
      for (double ratio : row) {
        boxes.add(new Box(x, y, ratio * height, height));
        x += ratio * height + GAP;
      }
      y += height + GAP;
    }
    return boxes;
  }

  /// The strip stands beside the large tile or below it: where that one becomes larger.
  private static List<Box> withLarge(Box place, List<Double> ratios, int large) {
    List<Double> strip =
        IntStream.range(0, ratios.size())
            .filter(i -> i != large)
            .mapToObj(i -> Math.max(STRIP_RATIO, ratios.get(i)))
            .toList();
    List<Box> beside = beside(place, ratios.get(large), strip);
    List<Box> below = below(place, ratios.get(large), strip);
    List<Box> better = beside.getFirst().area() >= below.getFirst().area() ? beside : below;
    List<Box> boxes = new ArrayList<>(better.subList(1, better.size()));
    boxes.add(large, better.getFirst());
    return boxes;
  }

  // The large tile first. It and the strip stand in the middle together.
  private static List<Box> beside(Box place, double largeRatio, List<Double> strip) {
    double gaps = GAP * (strip.size() - 1);
    double heightOfOne = strip.stream().mapToDouble(ratio -> 1 / ratio).sum();
    double thickness = Math.min(thickness(place.width), (place.height - gaps) / heightOfOne);
    double room = place.width - thickness - GAP;
    Box large = fit(new Box(place.x, place.y, Math.max(0, room), place.height), largeRatio);
    double left = place.x + (room - large.width) / 2;
    List<Box> boxes = new ArrayList<>();
    boxes.add(large.moved(left - large.x, 0));
    double y = place.y + (place.height - thickness * heightOfOne - gaps) / 2;
    for (double ratio : strip) {
      boxes.add(new Box(left + large.width + GAP, y, thickness, thickness / ratio));
      y += thickness / ratio + GAP;
    }
    return boxes;
  }

  private static List<Box> below(Box place, double largeRatio, List<Double> strip) {
    double gaps = GAP * (strip.size() - 1);
    double thickness = thickness(place.height * 16 / 9) * 9 / 16;
    double height = Math.min(thickness, (place.width - gaps) / sum(strip));
    double room = place.height - height - GAP;
    Box large = fit(new Box(place.x, place.y, place.width, Math.max(0, room)), largeRatio);
    double top = place.y + (room - large.height) / 2;
    List<Box> boxes = new ArrayList<>();
    boxes.add(large.moved(0, top - large.y));
    double x = place.x + (place.width - height * sum(strip) - gaps) / 2;
    for (double ratio : strip) {
      boxes.add(new Box(x, top + large.height + GAP, height * ratio, height));
      x += height * ratio + GAP;
    }
    return boxes;
  }

  private static double thickness(double length) {
    return Math.clamp(length * STRIP_SHARE, STRIP_SMALLEST, STRIP_LARGEST);
  }

  private static Box fit(Box place, double ratio) {
    double height = Math.min(place.height, place.width / ratio);
    return new Box(0, 0, height * ratio, height).centredIn(place);
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
