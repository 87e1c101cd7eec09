package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No output ever takes the place of an input, of another output or of something that is not a file of its kind. */
class OutputsTest {
    private static final String TABLE = "a,b,t\n" + "1,2,3\n2,3,5\n3,5,8\n4,4,8\n".repeat(5);
    private static final String ROWS = "sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n";

    @TempDir
    private static Path shared;
    private static Path race;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        race = shared.resolve("race");
        assertThat(Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "3", "--out", race).code()).isZero();
    }

    /** What a file is given as: its own name, a symbolic link to it, a hard link, a way round through another folder. */
    private Path alias(String how, Path file) throws IOException {
        return switch (how) {
            case "symbolic" -> Files.createSymbolicLink(folder.resolve("symbolic"), file);
            case "hard" -> Files.createLink(folder.resolve("hard"), file);
            case "round" -> Files.createDirectories(folder.resolve("x/y")).resolve("../..").resolve(folder.relativize(file));
            case "folder" -> Files.createSymbolicLink(folder.resolve("link"), folder).resolve(folder.relativize(file));
            default -> file;
        };
    }

    private void refused(Path kept, Object... arguments) throws IOException {
        byte[] before = Files.readAllBytes(kept);
        Cli result = Cli.run(arguments);
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains("would overwrite").contains("choose another name").hasLineCount(1);
        assertThat(Files.readAllBytes(kept)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"itself", "symbolic", "hard", "round", "folder"})
    void aTableIsNotReplacedByWhatIsFoundInIt(String how) throws IOException {
        Path table = Files.writeString(folder.resolve("p.csv"), TABLE);
        refused(table, "inspect", table, "--problems", alias(how, table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"itself", "symbolic", "hard", "round", "folder"})
    void rowsAndModelAreNotReplacedByPredictions(String how) throws IOException {
        Path rows = Files.writeString(folder.resolve("p.csv"), ROWS);
        Path model = Files.copy(race.resolve("model-adam.downhill-model"), folder.resolve("m.downhill-model"));
        Path same = alias(how, rows);
        refused(rows, "predict", model, rows, "--out", same);
        refused(rows, "predict", model, same, "--out", rows);
        refused(rows, "predict", model, rows, "--out", folder.resolve("o.csv"), "--problems", same);
        refused(model, "predict", model, rows, "--out", model);
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"itself", "symbolic", "hard", "round", "folder"})
    void aDocumentIsNotReplacedByItsPicture(String how) throws IOException {
        Path document = Files.copy(race.resolve("experiment.json"), folder.resolve("e.json"));
        refused(document, "screenshot", document, "--out", alias(how, document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"itself", "symbolic", "hard"})
    void aTableAmongTheResultsIsNotReplacedByThem(String how) throws IOException {
        for (String name : List.of("history.csv", "summary.json", "seeds.csv", "experiment.json", "loss.png", "model-sgd.downhill-model")) {
            Path out = Files.createDirectory(folder.resolve(name + how));
            Path table = Files.writeString(folder.resolve("table-" + name + how + ".csv"), TABLE);
            Path there = out.resolve(name);
            if (how.equals("itself")) {
                table = Files.move(table, there);
            } else if (how.equals("hard")) {
                Files.createLink(there, table);
            } else {
                Files.createSymbolicLink(there, table);
            }
            refused(table, "compare", table, "--target", "t", "--steps", "1", "--optimizer", "sgd:seeds=2", "--out", out);
            try (Stream<Path> files = Files.list(out)) {
                assertThat(files).as("nothing has run").containsExactly(there);
            }
        }
    }

    @Test
    void aDocumentAndItsTableAreNotReplacedByTheRaceThatIsMadeOfThem() throws IOException {
        Path out = Files.createDirectory(folder.resolve("again"));
        Path table = Files.writeString(out.resolve("history.csv"), TABLE);
        assertThat(Cli.run("compare", table, "--target", "t", "--steps", "1", "--optimizers", "sgd", "--out", folder.resolve("first"))
                .code()).isZero();
        Path document = folder.resolve("first/experiment.json");
        refused(table, "train", document, "--out", out);
        refused(document, "train", document, "--out", document.getParent());
        Path previous = Files.copy(document, Files.createDirectory(folder.resolve("third")).resolve("experiment.json.previous"));
        refused(previous, "train", previous, "--out", previous.getParent());
    }

    @Test
    void aRuleOfOnesOwnIsNotReplaced() throws IOException {
        Path out = Files.createDirectory(folder.resolve("o"));
        Path rule = Files.writeString(folder.resolve("mine.rule"), downhill.optim.RuleLibrary.complete().all().get(0).text());
        Files.createLink(out.resolve("history.csv"), rule);
        refused(rule, "compare", "iris", "--steps", "1", "--optimizers", rule, "--out", out);
    }

    @Test
    void whatIsNoResultOfARaceIsNotReplacedByOne() throws IOException {
        for (String name : List.of("history.csv", "summary.json", "experiment.json", "loss.png", "model-sgd.downhill-model")) {
            Path out = Files.createDirectory(folder.resolve(name + "-"));
            Path somebodys = Files.writeString(out.resolve(name), "name,address\nAda,London\n");
            refused(somebodys, "compare", "iris", "--steps", "1", "--optimizers", "sgd", "--out", out);
        }
        Path picture = Files.copy(race.resolve("loss.png"), folder.resolve("picture.png"));
        Path rows = Files.writeString(folder.resolve("p.csv"), ROWS);
        refused(picture, "inspect", rows, "--problems", picture);
        refused(rows, "screenshot", race.resolve("experiment.json"), "--out", rows);
    }

    @Test
    void twoOutputsAreTwoFiles() throws IOException {
        Path rows = Files.writeString(folder.resolve("p.csv"), ROWS);
        Path round = Files.createDirectories(folder.resolve("x")).resolve("../o.csv");
        Cli result = Cli.run("predict", race.resolve("model-adam.downhill-model"), rows, "--out", folder.resolve("o.csv"), "--problems",
                round);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--out and --problems name the same file");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes among its files")
    void aPipeIsRefusedAndStaysOne() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path rows = Files.writeString(folder.resolve("p.csv"), ROWS);
        Path out = Files.createDirectory(folder.resolve("o"));
        Files.createSymbolicLink(out.resolve("history.csv"), pipe);
        for (Object[] call : new Object[][] {
            {"predict", race.resolve("model-adam.downhill-model"), rows, "--out", pipe},
            {"predict", race.resolve("model-adam.downhill-model"), rows, "--out", "/dev/null"},
            {"inspect", rows, "--problems", pipe}, {"screenshot", race.resolve("experiment.json"), "--out", pipe},
            {"compare", "iris", "--steps", "1", "--optimizers", "sgd", "--out", out}}) {
            Cli result = Cli.run(call);
            assertThat(result.code()).as(Arrays.toString(call)).isEqualTo(2);
            assertThat(result.err()).contains("is a pipe or a device, not a file").hasLineCount(1);
        }
        assertThat(Files.exists(pipe) && !Files.isRegularFile(pipe)).isTrue();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void resultsOfAnotherRaceAreTold() throws IOException {
        Path out = folder.resolve("o");
        assertThat(Cli.run("compare", "iris", "--steps", "2", "--optimizers", "sgd,adam", "--out", out).err())
                .doesNotContain("another race");
        assertThat(Cli.run("compare", "iris", "--steps", "2", "--optimizers", "sgd,adam", "--out", out).err())
                .as("the same again").doesNotContain("another race");
        Cli other = Cli.run("compare", "iris", "--steps", "3", "--optimizers", "rmsprop", "--out", out);
        assertThat(other.code()).isZero();
        assertThat(other.err())
                .contains("holds results of another race; these are replaced: experiment.json, history.csv, loss.png, summary.json.")
                .contains("are of another race and stay among the new ones: model-adam.downhill-model, model-sgd.downhill-model.");
    }

    /** Whether its rows, its options or its size are refused: what is in the folder stays what it was. */
    @ParameterizedTest
    @ValueSource(strings = {"compare iris --hidden 2147483647", "compare iris --patience 3 --validation 0", "compare iris --target nobody",
        "compare iris --optimizer lbfgs:l1=0.1", "compare iris --validation 0.999"})
    void aRaceThatIsRefusedLeavesEarlierResultsAlone(String call) throws IOException {
        Path out = Files.createDirectory(folder.resolve("o"));
        Files.writeString(out.resolve("history.csv"), "contender,step,epoch,train_loss,validation_loss,learning_rate\n");
        Files.writeString(out.resolve("experiment.json"), "{}");
        Cli refused = Cli.run((Object[]) (call + " --steps 3 --out " + out).split(" "));
        assertThat(refused.code()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).doesNotContain("replaced").hasLineCount(1);
        assertThat(out.resolve("experiment.json")).hasContent("{}");
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("experiment.json", "history.csv");
    }

    @Test
    void theHistoryAndTheModelsAreKeptWhereThePictureCannotBeDrawn() {
        Tools noPicture = new Tools(new Cli.NoWindow(), (png, title, curves) -> {
            throw new javax.imageio.IIOException("I/O error writing PNG file!", new IOException("No space left on device"));
        }, (png, metric, verdict, words) -> {
        }, null, null);
        Path out = folder.resolve("full");
        Cli result = Cli.with(noPicture, "compare", "iris", "--steps", "4", "--optimizers", "sgd", "--out", out);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("loss.png cannot be saved: the disk is full; free some space or choose another folder.");
        assertThat(result.out()).contains("sgd").contains("What could be written of the results is in");
        assertThat(out.resolve("history.csv")).exists();
        assertThat(out.resolve("summary.json")).exists();
        assertThat(out.resolve("model-sgd.downhill-model")).exists();
    }
}
