package dev.confab.system;

import dev.confab.system.Installation.NotBuiltException;
import java.nio.file.Path;
import java.util.List;

/// The commands that start a server and a client, wherever they stand: as built, or as installed.
public interface Programs {
  List<String> server(List<String> options) throws NotBuiltException;

  /// A native fault leaves its report in the folder `reports`, where the program lets one say.
  List<String> client(Path reports, List<String> options) throws NotBuiltException;
}
