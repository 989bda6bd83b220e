package dev.confab.system.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What this process holds, as Linux counts it (proc(5)).
final class OwnProcess {
  private static final Path SELF = Path.of("/proc/self");

  /// The virtual machine's own, which come and go.
  private static final Pattern JVM =
      Pattern.compile(
          "(C[12] CompilerThre|GC Thread#|G1 |ForkJoinPool|VM |Common-Cleaner|process reaper|JFR|Attach).*");

  /// `struct mallinfo2` of the GNU C library: ten `size_t`.
  private static final StructLayout MALLINFO =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG));

  private static final int MAPPED = 4;
  private static final int IN_USE = 7;

  private OwnProcess() {}

  static boolean canBeRead() {
    return Files.exists(SELF.resolve("smaps_rollup"))
        && Linker.nativeLinker().defaultLookup().find("mallinfo2").isPresent();
  }

  /// The names of the threads, native ones too, sorted; without the virtual machine's own.
  static List<String> threads() {
    List<String> names = listing("task", task -> Files.readString(task.resolve("comm")).strip());
    names.removeIf(name -> JVM.matcher(name).matches());
    return names;
  }

  /// What the open files are, sorted; without those on disk, which the class loader opens as it
  /// likes.
  static List<String> handles() {
    List<String> targets =
        listing("fd", file -> Files.readSymbolicLink(file).toString().replaceAll("\\d+", ""));
    targets.removeIf(target -> target.startsWith("/") && !target.startsWith("/dev"));
    return targets;
  }

  private interface Reading {
    String of(Path entry) throws IOException;
  }

  private static List<String> listing(String folder, Reading reading) {
    List<String> read = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(SELF.resolve(folder))) {
      for (Path entry : entries) {
        read(entry, reading).ifPresent(read::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(read);
    return read;
  }

  /// Nothing of what has just ended, or is the listing itself.
  private static Optional<String> read(Path entry, Reading reading) throws IOException {
    try {
      return Optional.of(reading.of(entry));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// In `after`, and not in `before`: as many times as it is there more often.
  static List<String> added(List<String> before, List<String> after) {
    List<String> more = new ArrayList<>(after);
    before.forEach(more::remove);
    return more;
  }

  /// Bytes that `malloc` has handed out and that were not given back.
  @SuppressWarnings("restricted") // the tests run with native access, for webrtc-java
  static long allocatedBytes() {
    System.gc(); // direct buffers are native memory that only the collector gives back
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      MethodHandle mallinfo =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("mallinfo2"), FunctionDescriptor.of(MALLINFO));
      MemorySegment figures = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
      return figures.getAtIndex(ValueLayout.JAVA_LONG, MAPPED)
          + figures.getAtIndex(ValueLayout.JAVA_LONG, IN_USE);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /// Memory that is really there, in bytes.
  static long residentBytes() {
    try {
      return Files.readAllLines(SELF.resolve("smaps_rollup")).stream()
          .filter(line -> line.startsWith("Rss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
