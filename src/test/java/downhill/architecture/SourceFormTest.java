package downhill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line that has to be scrolled hides what it does, a long file what belongs to it, a conditional in a conditional what is chosen. */
class SourceFormTest {
    private static final Path PROGRAM = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int LETTERS = 140;
    private static final int LINES = 300;

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(".java")).sorted().toList();
        }
    }

    @Test
    void linesOfTheProgramHave140LettersAtMost() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : files(PROGRAM)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LETTERS) {
                    longer.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(longer).isEmpty();
    }

    @Test
    void filesHave300LinesAtMost() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : Stream.concat(files(PROGRAM).stream(), files(TESTS).stream()).toList()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LINES) {
                longer.add(file + ": " + lines);
            }
        }
        assertThat(longer).isEmpty();
    }

    @Test
    void noConditionalOfTheProgramStandsInAnother() throws IOException {
        assertThat(Conditionals.within(files(PROGRAM))).isEmpty();
    }

    @Test
    void aConditionalInAnotherIsFound() {
        assertThat(Conditionals.within("Made", "int a(int b) { return b > 0 ? 1 : b < 0 ? 2 : 3; }")).containsExactly("Made.java:1");
        assertThat(Conditionals.within("Made", "int a(int b) { return b > 0 ? 1 : twice((b < 0 ? 2 : 3)); }")).hasSize(1);
        assertThat(Conditionals.within("Made", "int a(int b) { return (b > 0 ? b < 9 : b < -9) ? 1 : 2; }")).hasSize(1);
        assertThat(Conditionals.within("Made", "int a(int b) { return (b > 0 ? 1 : 2) + (b < 0 ? 3 : 4); }")).isEmpty();
        assertThat(Conditionals.within("Made", """
                Runnable a(int b) { return b > 0 ? null : () -> {
                    c(b < 0 ? 2 : 3);
                }; }""")).as("statements of their own").isEmpty();
    }

    @Test
    void noPatternOfTheProgramFillsTheStackOnALongText() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(PROGRAM)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (RepeatedGroups.within(lines.get(i))) {
                    found.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aGroupThatIsRepeatedByCallsIsFound() {
        assertThat(List.of("([a-z]+-)*", "(a|b)+", "(?:x|y.)*z", "(\\\\d{1,3},){2,}", "((a?)b)*", "([)]|b)*"))
                .allMatch(each -> RepeatedGroups.within("matches(\"" + each + "\")"));
        assertThat(List.of("([a-z]++-)*+", "(a|b)++", "(\\\\d{3},)+", "[(a|b)*]+", "\\\\(a|b)*", "(a|b)?", "one (two|three) four*"))
                .noneMatch(each -> RepeatedGroups.within("matches(\"" + each + "\")"));
    }
}
