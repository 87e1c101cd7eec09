package downhill.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of docs/contributing.md, done: a rule, a family, a screen and two commands are added to a copy of the source, which is
 * built and judged by the tests that the page names.
 */
class DryRunTest {
    private static final Path STEPS = Path.of("src/test/dryrun");
    /** Those that hold what a newcomer forgets, and those of the newcomers themselves. */
    private static final String JUDGES =
            "ArchitectureTest,DocsTest,MessagesTest,WordsTest,RuleLibraryTest,RuleDocumentationTest,ReferencePathsTest,"
            + "FamiliesTest,SettingWordsTest,SettingsPageTest,ReferenceModelGradientTest,CompiledModelGradientTest,ModelSummaryTest,CommandTableTest,"
            + "HelpWordsTest,ToyTest,ToyWindowTest";

    @TempDir
    private Path copy;

    /** The places that the steps name are there; this much is known without building. */
    @Test
    void theStepsFindTheirPlaces() throws IOException {
        prepare();
        assertThat(Files.readString(copy.resolve("src/main/java/downhill/model/Families.java"))).contains("TOY");
    }

    @Test
    @Tag("soak")
    void whatIsAddedInTheseStepsIsBuiltAndHolds() throws IOException, InterruptedException {
        prepare();
        Path said = copy.resolve("build.log");
        maven(said, "-Ddownhill.write=true", "-Dtest=SettingsPageTest");
        maven(said, "-Dtest=" + JUDGES);
        assertThat(Files.readString(said)).contains("ToyTest", "ToyWindowTest", "BUILD SUCCESS");
    }

    private void prepare() throws IOException {
        for (String part : List.of("src", "resources", "sample-data", "installer", "docs", "pom.xml", "README.md")) {
            copy(Path.of(part), copy.resolve(part));
        }
        copy(STEPS.resolve("add"), copy);
        Edits.read(STEPS.resolve("edits.txt")).write(copy);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void maven(Path said, String... arguments) throws IOException, InterruptedException {
        List<String> call = Stream.concat(Stream.of("mvn", "-B", "test", "-Dsurefire.failIfNoSpecifiedTests=true"), Stream.of(arguments))
                .toList();
        Process build;
        try {
            build = new ProcessBuilder(call).directory(copy.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        } catch (IOException noMaven) {
            assumeTrue(false, "Maven cannot be started: " + noMaven.getMessage());
            return;
        }
        assertThat(build.waitFor(30, TimeUnit.MINUTES)).as("the build ended").isTrue();
        assertThat(build.exitValue()).as(end(said)).isZero();
    }

    private static String end(Path said) {
        try {
            List<String> lines = Files.readAllLines(said);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
