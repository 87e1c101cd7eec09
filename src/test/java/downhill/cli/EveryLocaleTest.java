package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands do and write is the same whatever language the machine speaks. */
class EveryLocaleTest {
    private static final Locale USUAL = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az", "ar-EG", "de-DE", "zh-CN", "fa-IR", "th-TH-u-nu-thai-ca-buddhist"})
    void theMainCommandsWriteTheSame(String language) throws IOException {
        List<String> usual = written("usual");
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(written("other")).isEqualTo(usual);
        RuleLibrary.builtIn().all().forEach(rule -> assertThat(RuleParser.parse(rule.text())).isEqualTo(rule));
    }

    private List<String> written(String name) throws IOException {
        Path out = folder.resolve(name);
        Path table = folder.resolve("table.csv");
        StringBuilder text = new StringBuilder("when,INCH,kind,price\n");
        for (int i = 1; i <= 24; i++) {
            text.append("2024-01-").append(i < 10 ? "0" : "").append(i).append(',').append(i * 1.5).append(',')
                    .append(i % 3 == 0 ? "IRON" : "tin").append(',')
                    .append(i * 3 + i % 5).append('\n');
        }
        Files.writeString(table, text);
        List<String> all = new ArrayList<>();
        all.add(done("inspect", table, "--json").out());
        done("compare", table, "--target", "price", "--steps", "12", "--optimizers", "adam:LEARNING-RATE=0.01,sgd", "--schedule",
                "linear-warmup:steps=3",
                "--out", out);
        Path model = out.resolve("model-adam.downhill-model");
        done("predict", model, table, "--out", out.resolve("p.csv"));
        all.add(done("evaluate", model, table, "--json").out());
        all.add(done("rules", "adam").out());
        done("train", out.resolve("experiment.json"), "--out", out.resolve("again"));
        for (String file : List.of("experiment.json", "history.csv", "p.csv", "again/history.csv")) {
            all.add(Files.readString(out.resolve(file)));
        }
        return all;
    }

    private static Cli done(Object... arguments) {
        Cli result = Cli.run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    /** As java itself sees it in a shell with LC_ALL=C; what a person is told names the way out, and a race writes what it can. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereOnlyAsciiIsKnownARaceKeepsItsResultsAndForeignNamesAreRefusedInASentence() throws Exception {
        Path document = folder.resolve("e.json");
        done("compare", "iris", "--steps", "2", "--optimizer", "sgd:name=甲", "--optimizer", "adam:name=Ärger", "--optimizer",
                "adam:name=乙", "--out",
                folder.resolve("made"));
        Files.copy(folder.resolve("made/experiment.json"), document);
        Path out = folder.resolve("out");
        assertThat(child("train", document.toString(), "--out", out.toString())).contains("甲", "The results are in");
        for (String name : List.of("history.csv", "loss.png", "summary.json", "model-contender.downhill-model",
                "model-arger.downhill-model", "model-contender-2.downhill-model")) {
            assertThat(out.resolve(name)).exists();
        }
        String refused = child("inspect", "数据.csv");
        assertThat(refused).hasLineCount(1).contains("cannot be read", "Set LC_ALL=C.UTF-8");
        assertThat(child("compare", "iris", "--out", "数据")).hasLineCount(1).contains("Set LC_ALL=C.UTF-8");
        assertThat(child("compare", "iris", "--steps", "2", "--optimizer", "sgd:name=甲")).hasLineCount(1).contains("Set LC_ALL=C.UTF-8");
    }

    private static String child(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "downhill.Downhill"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void aNameIsCutBetweenCharacters() {
        for (int before = 0; before < 5; before++) {
            String name = ResultNames.fileName("x".repeat(before) + "𠀀".repeat(60), new HashSet<>());
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(90, 100);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
        }
        Set<String> used = new HashSet<>();
        assertThat(ResultNames.fileName("a\ud83d", used)).isEqualTo("a");
        assertThat(ResultNames.fileName("A", used)).isEqualTo("a-2");
        assertThat(ResultNames.fileName("../..", used)).isEqualTo("contender");
    }
}
