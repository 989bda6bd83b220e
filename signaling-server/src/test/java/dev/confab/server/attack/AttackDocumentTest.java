package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AttackDocumentTest {
  @Test
  void theDocumentNamesEachAttack() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "server.md"));
    assertThat(AttackIT.ATTACKS)
        .allSatisfy(it -> assertThat(document).contains("`" + Battle.name(it) + "`"));
  }
}
