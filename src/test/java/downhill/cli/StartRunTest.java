package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.store.ExperimentStore;
import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contenders that start from a model, with frozen layers and averages, as they are typed. */
class StartRunTest {
    @TempDir
    private Path folder;

    private Cli compare(String steps, Object out, String... entrants) {
        List<Object> arguments = new ArrayList<>(List.of("compare", "iris", "--model", "mlp", "--hidden", "6", "--batch", "16", "--steps",
                steps, "--out", out));
        for (String each : entrants) {
            arguments.addAll(List.of("--optimizer", each));
        }
        return Cli.run(arguments.toArray());
    }

    private Path model() {
        Cli first = compare("20", folder.resolve("first"), "adam:learningRate=0.02");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).doesNotContain("Not the same start");
        return folder.resolve("first/model-adam.downhill-model");
    }

    @Test
    void theDocumentRepeatsTheRaceWithoutTheFileOfTheModel() throws IOException {
        Path model = model();
        double[] trained = ModelStore.read(model).parameters();
        Cli second = compare("30", folder.resolve("second"), "adam:from=" + model + ",name=Whole", "sgd:from=" + model
                + ",head=new,freeze=dense1,name=Head", "adam:ema=0.9,pace.dense2.bias=0.5", "adam:swa=10,swaEvery=5,seeds=2");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).contains("Not the same start: Whole from \"Adam\", Head from \"Adam\" with a new head, Adam from the seed");
        assertThat(Files.readString(folder.resolve("second/summary.json"))).contains("Not the same start");
        List<ContenderSpec> all = ExperimentStore.read(folder.resolve("second/experiment.json")).experiment().contenders();
        assertThat(all.get(0).weights().start().row()).containsExactly(trained);
        assertThat(all.get(2).weights().paces()).containsEntry("dense2.bias", 0.5);
        Files.delete(model);
        Cli again = Cli.run("train", folder.resolve("second/experiment.json"), "--out", folder.resolve("again"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readString(folder.resolve("again/history.csv"))).isEqualTo(Files.readString(folder.resolve("second/history.csv")));
        double[] head = ModelStore.read(folder.resolve("again/model-head.downhill-model")).parameters();
        assertThat(Arrays.copyOf(head, 24)).as("frozen, in float").containsExactly(floats(trained, 24));
    }

    private static double[] floats(double[] row, int count) {
        return IntStream.range(0, count).mapToDouble(i -> (float) row[i]).toArray();
    }

    @Test
    void aContenderOfAnExperimentAtAStepIsAStart() {
        model();
        Path document = folder.resolve("first/experiment.json");
        Cli run = compare("5", folder.resolve("second"), "adam:from=" + document + "@Adam@7");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(ExperimentStore.read(folder.resolve("second/experiment.json")).experiment().contenders().get(0).weights().start().step())
                .isEqualTo(7);
    }

    @Test
    void aContenderLearnsFromRowsWithoutALabelAndTheDocumentRepeatsIt() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("sample-data/iris.csv")));
        for (int i = 1; i < lines.size(); i += 2) {
            lines.set(i, lines.get(i).substring(0, lines.get(i).lastIndexOf(',') + 1));
        }
        Path half = Files.write(folder.resolve("half.csv"), lines);
        Cli run = Cli.run("compare", half, "--target", "species", "--model", "mlp", "--hidden", "6", "--steps", "10", "--out",
                folder.resolve("out"), "--optimizer", "adam:pretrain=denoise,pretrainSteps=70", "--optimizer", "sgd");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Adam learned denoise for 70 steps, from 60 training rows and 75 without a label: loss ")
                .contains("Not the same start: Adam from \"Adam · denoise\" with a new head");
        Cli again = Cli.run("train", folder.resolve("out/experiment.json"), "--out", folder.resolve("again"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readString(folder.resolve("again/history.csv"))).isEqualTo(Files.readString(folder.resolve("out/history.csv")));
    }

    /** Rows of another file, some of which lack what the model needs; the losses on the way are told and kept. */
    @Test
    void aContenderLearnsFromAnotherFileFirst() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("sample-data/iris.csv"));
        List<String> more = new ArrayList<>(List.of("petal_width;petal_length;sepal_width;sepal_length;place"));
        lines.stream().skip(1).map(line -> line.split(",")).forEach(cells -> more.add((cells[3] + ";" + cells[2] + ";" + cells[1] + ";" + cells[0])
                .replace('.', ',') + ";x"));
        Path file = Files.write(folder.resolve("more.csv"), more);
        Path out = folder.resolve("out");
        Cli run = Cli.run("compare", "iris", "--model", "mlp", "--hidden", "6", "--steps", "10", "--out", out, "--optimizer",
                "adam:pretrain=masked,pretrainSteps=200,pretrainFile=" + file, "--optimizer", "adam:pretrain=masked,pretrainSteps=200,name=Own");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Adam learned masked for 200 steps, from 120 training rows and 150 without a label",
                "Own learned masked for 200 steps, from 120 training rows and 0 without", "Its losses on the way: ", " by step 64", " by step 200");
        List<String> course = Files.readAllLines(out.resolve("pretraining.csv"));
        assertThat(course).hasSize(9).startsWith("contender,pretraining_step,loss").anyMatch(line -> line.startsWith("Own,200,"));
        assertThat(course.get(1).replace("Adam", "")).as("other rows, other losses").isNotEqualTo(course.get(5).replace("Own", ""));
        assertThat(Cli.run("train", out.resolve("experiment.json"), "--out", folder.resolve("again")).code()).as("without the file").isZero();
        assertThat(Files.readString(folder.resolve("again/history.csv"))).isEqualTo(Files.readString(out.resolve("history.csv")));
        refused("pretrainFile needs pretrain", "adam:pretrainFile=" + file);
        refused("sepal_length", "adam:pretrain=masked,pretrainFile=" + Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n"));
        refused("gone.csv", "adam:pretrain=masked,pretrainFile=" + folder.resolve("gone.csv"));
        Cli over = Cli.run("compare", "iris", "--model", "mlp", "--steps", "3", "--out", folder, "--optimizer", "adam:pretrain=masked,pretrainFile="
                + Files.move(file, folder.resolve("pretraining.csv")));
        assertThat(over.code()).isEqualTo(2);
        assertThat(over.err()).contains("pretraining.csv, which is to be read");
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() {
        Path model = model();
        refused("dense9", "adam:freeze=dense9");
        refused("Adam: head needs from.", "adam:head=new");
        refused("Adam: head must be new", "adam:head=old,from=" + model);
        refused("no such file", "adam:from=" + folder.resolve("none"));
        refused("ema must be a number in [0, 1)", "adam:ema=1");
        refused("swaEvery needs swa", "adam:swaEvery=3");
        refused("two averages", "adam:swa=3,ema=0.5");
        refused("answers with an average of its own already", "schedule-free-sgd:ema=0.9");
        refused("no formula", "lbfgs:swa=3");
        refused("one step for all parameters", "lbfgs:pace.dense1=0.5");
        refused("pace.dense1 must be a number in [0, ∞)", "adam:pace.dense1=-1");
        refused("there are dense1, dense1.weight", "adam:pace.Dense1=0.5");
        refused("from= needs a model file", "adam:from=");
        refused("pretrain must be autoencoder, denoise, masked, next", "adam:pretrain=magic");
        refused("pretrainSteps needs pretrain", "adam:pretrainSteps=9");
        refused("pretrainSteps must be a whole number from 1", "adam:pretrain=denoise,pretrainSteps=0");
        refused("two starts", "adam:pretrain=denoise,from=" + model);
        refused("no next value", "adam:pretrain=next");
        Cli other = Cli.run("compare", "iris", "--model", "mlp", "--hidden", "7", "--steps", "5", "--optimizer", "adam:from=" + model);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("Hidden layers: 6 there and 7 here.");
    }

    private void refused(String sentence, String entrant) {
        Cli run = compare("5", folder.resolve("refused"), entrant);
        assertThat(run.code()).as(entrant).isEqualTo(2);
        assertThat(run.err()).as(entrant).contains(sentence);
        assertThat(run.err().strip().lines()).as(entrant).hasSize(1);
    }

    @Test
    void aVerdictSaysThatTheStartsDiffer() {
        Path model = model();
        Cli run = Cli.run("cross-validate", "iris", "--model", "mlp", "--hidden", "6", "--steps", "5", "--folds", "2", "--optimizer",
                "adam:from=" + model + ",name=Started", "--optimizer", "adam");
        assertThat(run.err()).contains("Not the same start: Started from \"Adam\", Adam from the seed.")
                .contains("may have been trained on rows that are held out here");
    }
}
