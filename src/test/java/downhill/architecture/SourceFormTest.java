package downhill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line that has to be scrolled hides what it does. */
class SourceFormTest {
    private static final int LETTERS = 140;

    @Test
    void linesOfTheProgramHave140LettersAtMost() throws IOException {
        List<String> longer = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).length() > LETTERS) {
                        longer.add(file + ":" + (i + 1));
                    }
                }
            }
        }
        assertThat(longer).isEmpty();
    }
}
