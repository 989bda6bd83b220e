package dev.confab.client.ui.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.confab.client.ui.call.TileLayout.Box;
import dev.confab.client.ui.call.TileLayout.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileLayoutTest {
  private static final double WIDE = 16 / 9.0;
  private static final double UPRIGHT = 9 / 16.0;
  private static final int GRID = -1;
  private static final Offset<Double> EXACT = within(1e-6);

  private static List<Double> alike(int people) {
    return Collections.nCopies(people, WIDE);
  }

  private static List<Box> grid(double width, double height, int people) {
    return TileLayout.plan(width, height, alike(people), GRID).tiles();
  }

  private static long rows(List<Box> boxes) {
    return boxes.stream().mapToLong(box -> Math.round(box.y())).distinct().count();
  }

  @Test
  void whoIsAloneHasTheWholeStage() {
    assertThat(grid(900, 600, 1)).containsExactly(new Box(0, 0, 900, 600));
  }

  @Test
  void nobodyHasNoTile() {
    assertThat(grid(900, 600, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1600, 900, 2, 1", "1600, 900, 4, 2", "1600, 900, 5, 2", "1600, 900, 6, 2",
    "2600, 400, 6, 1", "2000, 700, 5, 2", "500, 1400, 2, 2", "500, 1400, 5, 5",
    "700, 1400, 6, 6", "1000, 1000, 3, 3", "1000, 1000, 6, 3",
  })
  void theGridTakesTheRowsThatMakeTilesLargest(
      double width, double height, int people, int expectedRows) {
    assertThat(rows(grid(width, height, people))).isEqualTo(expectedRows);
  }

  /// Against trying every number of columns with equal tiles, as the task is usually put.
  @Test
  void noOtherNumberOfColumnsHasLargerTiles() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      double width = 300 + random.nextInt(2000);
      double height = 200 + random.nextInt(1200);
      int people = 2 + random.nextInt(8);
      double best = 0;
      for (int columns = 1; columns <= people; columns++) {
        int rows = Math.ceilDiv(people, columns);
        double gap = TileLayout.GAP;
        double tall = (height - gap * (rows + 1)) / rows;
        double broad = (width - gap * (columns + 1)) / columns;
        best = Math.max(best, Math.min(tall, broad / WIDE));
      }
      assertThat(grid(width, height, people).getFirst().height()).isCloseTo(best, EXACT);
    }
  }

  @Test
  void theLastRowIsInTheMiddle() {
    List<Box> boxes = grid(1400, 700, 5);

    Box first = boxes.get(3);
    Box last = boxes.get(4);
    assertThat(first.y()).isEqualTo(last.y());
    assertThat(first.x()).isGreaterThan(boxes.getFirst().x());
    assertThat(first.x()).isCloseTo(1400 - last.maxX(), EXACT);
  }

  @Test
  void everyPictureKeepsItsRatio() {
    List<Double> ratios = List.of(WIDE, UPRIGHT, 4 / 3.0, 1.0);
    List<Box> boxes = TileLayout.plan(1200, 700, ratios, GRID).tiles();

    for (int i = 0; i < boxes.size(); i++) {
      assertThat(boxes.get(i).width() / boxes.get(i).height()).isCloseTo(ratios.get(i), EXACT);
      assertThat(boxes.get(i).height()).isCloseTo(boxes.getFirst().height(), EXACT);
    }
  }

  @Test
  void inAWideStageTheStripIsBesideInATallOneBelow() {
    List<Box> wide = TileLayout.plan(1400, 500, alike(4), 1).tiles();
    List<Box> tall = TileLayout.plan(600, 900, alike(4), 1).tiles();

    assertThat(List.of(wide.get(0), wide.get(2), wide.get(3)))
        .allMatch(box -> box.x() >= wide.get(1).maxX() + TileLayout.GAP - 1e-6);
    assertThat(List.of(tall.get(0), tall.get(2), tall.get(3)))
        .allMatch(box -> box.y() >= tall.get(1).maxY() + TileLayout.GAP - 1e-6);
  }

  @Test
  void theLargeOneIsLargeAndTheStripKeepsItsOrder() {
    List<Box> boxes = TileLayout.plan(1040, 600, alike(6), 2).tiles();

    Box large = boxes.get(2);
    List<Box> strip = new ArrayList<>(boxes);
    strip.remove(2);
    assertThat(strip).allMatch(box -> box.area() * 4 < large.area());
    assertThat(strip).isSortedAccordingTo((a, b) -> Double.compare(a.x() + a.y(), b.x() + b.y()));
  }

  @Test
  void onesOwnPictureFloatsInsideTheLargeOne() {
    Plan plan = TileLayout.plan(1040, 600, alike(6), 2);
    Box large = plan.tiles().get(2);
    Box own = plan.floating();

    assertThat(own.x()).isGreaterThan(large.x());
    assertThat(own.maxX()).isLessThan(large.maxX());
    assertThat(own.maxY()).isLessThan(large.maxY());
  }

  @Test
  void onesOwnPictureHidesLessThanHalfOfATile() {
    Plan plan = TileLayout.plan(1040, 600, alike(6), GRID);
    Box tile = plan.tiles().getLast();

    assertThat(plan.floating().width()).isLessThan(tile.width() / 2);
    assertThat(plan.floating().area()).isLessThan(tile.area() / 4);
  }

  @Test
  void withOneOtherItFloatsAsLargeAsThereIsRoom() {
    assertThat(TileLayout.plan(1016, 630, alike(1), GRID).floating().width()).isEqualTo(192);
    assertThat(TileLayout.plan(396, 270, alike(1), GRID).floating().width()).isEqualTo(96);
  }

  /// Whatever the stage, the people and their cameras: all are on it, and nobody covers another.
  @Test
  void nobodyIsOutsideOrCovered() {
    Random random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      double width = 380 + random.nextInt(2200);
      double height = 240 + random.nextInt(1300);
      int people = 1 + random.nextInt(8);
      List<Double> ratios =
          DoubleStream.generate(() -> random.nextBoolean() ? WIDE : 0.5 + random.nextDouble() * 2)
              .limit(people)
              .boxed()
              .toList();
      int large = random.nextInt(people + 1) - 1;
      List<Box> boxes = TileLayout.plan(width, height, ratios, large).tiles();
      assertThat(boxes).hasSize(people);
      assertAreApart(boxes, width, height);
    }
  }

  private static void assertAreApart(List<Box> boxes, double width, double height) {
    for (Box box : boxes) {
      assertThat(box.width()).isGreaterThan(20);
      assertThat(box.height()).isGreaterThan(15);
      assertThat(box.x()).isGreaterThanOrEqualTo(-1e-6);
      assertThat(box.y()).isGreaterThanOrEqualTo(-1e-6);
      assertThat(box.maxX()).isLessThanOrEqualTo(width + 1e-6);
      assertThat(box.maxY()).isLessThanOrEqualTo(height + 1e-6);
      for (Box other : boxes) {
        boolean apart =
            box.equals(other)
                || box.maxX() < other.x()
                || other.maxX() < box.x()
                || box.maxY() < other.y()
                || other.maxY() < box.y();
        assertThat(apart).as("%s and %s", box, other).isTrue();
      }
    }
  }
}
