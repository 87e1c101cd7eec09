package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.predict.Scores;
import downhill.data.Table;
import downhill.export.ExportCases;
import downhill.export.MadeRows;
import downhill.export.onnx.OnnxModel;
import downhill.export.onnx.run.OnnxScorer;
import downhill.model.TrainedEnsemble;
import downhill.store.OnnxStore;
import downhill.store.StoreException;
import downhill.words.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Models that were taken away as ONNX, and files of other programs, put to use on the command line. */
class OnnxPredictTest {
    private static final double BOUND = 1e-5;
    private static final Path FOREIGN = Path.of("src/test/resources/reference/foreign.onnx");

    @TempDir
    private Path folder;

    @Test
    void everyModelAnswersAsTheFileItWasWrittenInto() throws IOException {
        for (TrainedEnsemble model : ExportCases.all()) {
            Table table = MadeRows.of(model.preprocessing());
            OnnxStore.Read read = OnnxStore.read(Files.write(folder.resolve("model.onnx"), OnnxStore.content(model, List.of())));
            try (EnsembleScorer right = new EnsembleScorer(model);
                    OnnxScorer asked = new OnnxScorer(read.run(), read.steps().orElseThrow(), true)) {
                same(asked.score(table, 0, true), right.score(table, 0, true), model.name(), moves(model) ? 0.05 : BOUND);
            }
        }
    }

    private static boolean moves(TrainedEnsemble model) {
        return model.members().stream().map(each -> each.model().model().quantisation())
                .anyMatch(how -> how != null && !how.inputs().isEmpty());
    }

    private static void same(Scores asked, Scores right, String name, double bound) {
        assertThat(asked.rows().inputs().sourceRows()).as(name).isEqualTo(right.rows().inputs().sourceRows());
        assertThat(asked.rows().unscored()).as(name).isEqualTo(right.rows().unscored());
        double[] one = right.probabilities() == null ? asked.values() : asked.probabilities().values();
        double[] other = right.probabilities() == null ? right.values() : right.probabilities().values();
        assertThat(one).as(name).hasSameSizeAs(other).isNotEmpty();
        for (int i = 0; i < one.length; i++) {
            boolean neither = Double.isNaN(one[i]) && Double.isNaN(other[i]);
            assertThat(neither || Math.abs(one[i] - other[i]) <= bound * Math.max(1, Math.abs(other[i])))
                    .as("%s, value %d: %s for %s", name, i, one[i], other[i]).isTrue();
        }
    }

    /** Numbers with a comma, truth values, dates, gaps, a text that training did not have, and a line that is no row. */
    @Test
    void aFileIsReadAsForTheModelItself() throws IOException {
        StringBuilder csv = new StringBuilder("size;day;sold;kind;price\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 7 == 0 ? "" : i + ",5").append(";").append(1 + i % 28).append(".03.2024;").append(i % 3 == 0 ? "TRUE" : "FALSE")
                    .append(";").append(List.of("a", "b b", "绿").get(i % 3)).append(";").append(2 * i + i % 5).append(",25\n");
        }
        Path rows = Files.writeString(folder.resolve("rows.csv"), csv);
        Cli.run("compare", rows, "--target", "price", "--optimizers", "adam", "--steps", "20", "--out", folder.resolve("race"));
        Path other = Files.writeString(folder.resolve("other.csv"), "kind;size;day;sold;extra;price\nc;3,5;05.03.2024;true;1;7,25\n"
                + "a;;06.03.2024;False;2;8,5\nb b;x;07.03.2024;TRUE;3;9\n");
        asTheModel(folder.resolve("race/model-adam.downhill-model"), other.toString());
        Cli.run("compare", "air-passengers", "--optimizers", "adam", "--steps", "5", "--out", folder.resolve("air"));
        asTheModel(folder.resolve("air/model-adam.downhill-model"), "air-passengers");
    }

    private void asTheModel(Path model, String rows) throws IOException {
        Path taken = folder.resolve("taken.onnx");
        Path one = folder.resolve("one.csv");
        Path two = folder.resolve("two.csv");
        assertThat(Cli.run("export", model, "--out", taken).code()).isZero();
        Cli first = Cli.run("predict", model, rows, "--out", one);
        Cli second = Cli.run("predict", taken, rows, "--out", two);
        assertThat(second.err()).isEqualTo(first.err());
        assertThat(second.code()).isZero();
        alike(Files.readAllLines(two), Files.readAllLines(one));
        alike(Cli.run("evaluate", taken, rows).out().lines().toList(), Cli.run("evaluate", model, rows).out().lines().toList());
    }

    private static void alike(List<String> found, List<String> right) {
        assertThat(found).hasSameSizeAs(right).hasSizeGreaterThan(3);
        for (int line = 0; line < right.size(); line++) {
            String[] one = found.get(line).split("[,;]|\\s{2,}");
            String[] other = right.get(line).split("[,;]|\\s{2,}");
            assertThat(one).hasSameSizeAs(other);
            for (int i = 0; i < one.length; i++) {
                boolean number = other[i].matches("-?\\d+\\.\\d+");
                assertThat(one[i].equals(other[i]) || number && Math.abs(Double.parseDouble(one[i]) - Double.parseDouble(other[i]))
                        <= 2e-5 * Math.max(1, Math.abs(Double.parseDouble(other[i])))).as("%s for %s", one[i], other[i]).isTrue();
            }
        }
    }

    /** What PyTorch says of these rows stands in foreign_onnx.json. */
    @Test
    void aFileOfPyTorchAnswers() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "a,b,c,d,kind\n5.1,3.5,1.4,0.2,x\n6.4,3.2,4.5,1.5,z\n-1,0,2.5,0.125,x\n");
        Path out = folder.resolve("out.csv");
        Cli cli = Cli.run("predict", FOREIGN, rows, "--target", "kind", "--classes", "x,y,z", "--out", out);
        assertThat(cli.err()).contains("in this order: a, b, c, d").hasLineCount(1);
        JsonNode right = Cli.json(Files.readString(Path.of("src/test/resources/reference/foreign_onnx.json"))).get("shares");
        for (int row = 0; row < 3; row++) {
            String[] cells = Files.readAllLines(out).get(row + 1).split(",");
            assertThat(cells[5]).isEqualTo("x");
            for (int k = 0; k < 3; k++) {
                assertThat(Double.parseDouble(cells[6 + k])).isCloseTo(right.get(row).get(k).doubleValue(), Offset.offset(1e-6));
            }
        }
        assertThat(Cli.run("evaluate", FOREIGN, rows, "--target", "kind", "--classes", "x,y,z").out()).contains("accuracy");
    }

    @Test
    void whatCannotBeAskedIsSaidInASentence() throws IOException {
        Path model = folder.resolve("model.onnx");
        TrainedEnsemble any = ExportCases.all().get(0);
        ModelProto.Builder made = ModelProto.parseFrom(OnnxModel.of(any, List.of())).toBuilder();
        made.getGraphBuilder().getNodeBuilder(0).setOpType("TopK");
        made.getGraphBuilder().getNodeBuilder(1).setOpType("Einsum");
        refused("operators that are not known here: Einsum, TopK", "predict", Files.write(model, made.build().toByteArray()), "iris", "--out",
                folder.resolve("o.csv"));
        refused("takes 4 columns side by side, and without the target there are 5", "predict", FOREIGN, "iris", "--out",
                folder.resolve("o.csv"));
        refused("does not fit the classes a, b", "evaluate", FOREIGN, "iris", "--target", "species", "--classes", "a,b");
        refused("--target is for ONNX files of other programs", "evaluate", Files.write(model, OnnxStore.content(any, List.of())), "iris",
                "--target", "y");
        refused("not an ONNX file, or damaged", "evaluate", Files.writeString(model, "hello"), "iris");
        ModelProto.Builder apart = ModelProto.parseFrom(OnnxStore.content(any, List.of())).toBuilder();
        apart.getGraphBuilder().getInputBuilder(0).setName("other");
        refused("Export the model again", "evaluate", Files.write(model, apart.build().toByteArray()), "iris");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    private static void refused(String why, Object... call) {
        Cli cli = Cli.run(call);
        assertThat(cli.code()).as(cli.out()).isEqualTo(2);
        assertThat(cli.err()).contains(why).hasLineCount(1);
    }

    /** Whatever byte is another: refused in a sentence, or answered. */
    @Test
    void aSpoiltFileIsRefusedOrAnswers() throws IOException {
        Random random = new Random(11);
        int refused = 0;
        for (TrainedEnsemble model : ExportCases.distinct().subList(0, 3)) {
            byte[] good = OnnxModel.of(model, List.of());
            Table table = MadeRows.of(model.preprocessing());
            for (int i = 0; i < 150; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                refused += answers(i % 10 == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad, model, table) ? 0 : 1;
            }
        }
        assertThat(refused).isBetween(50, 440);
    }

    private boolean answers(byte[] file, TrainedEnsemble model, Table table) throws IOException {
        try (OnnxScorer scorer = new OnnxScorer(OnnxStore.read(Files.write(folder.resolve("bad.onnx"), file)).run(), model.preprocessing(),
                true)) {
            scorer.score(table, 0, true);
            return true;
        } catch (StoreException | RefusedException told) {
            assertThat(told.getMessage()).endsWith(".");
            return false;
        }
    }
}
