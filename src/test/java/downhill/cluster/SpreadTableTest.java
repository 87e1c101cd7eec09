package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.MissingStrategy;
import downhill.data.Progress;
import downhill.data.Role;
import downhill.data.RowValues;
import downhill.data.Scaling;
import downhill.data.prepare.FeatureStep;
import downhill.data.csv.ImportFindings;
import downhill.data.csv.Imported;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.TargetStep;
import downhill.data.source.DataSources;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.words.Saying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files split oddly against all their rows in one: a header in each, ragged rows, a category in one part alone, columns in another order. */
class SpreadTableTest {
    private static final double CLOSE = 1e-12;

    @TempDir
    private static Path folder;
    private static final List<Path> PARTS = new ArrayList<>();

    @BeforeAll
    static void write() throws IOException {
        PARTS.clear();
        StringBuilder whole = new StringBuilder("size,kind,when,price,class\n");
        StringBuilder part = new StringBuilder("size,kind,when,price,class\n");
        int[] ends = {40, 43, 101, 160};
        for (int i = 0; i < 160; i++) {
            String kind = "abc".charAt(i * i % 3) + "";
            kind = i >= 40 && i < 43 ? "only here" : kind;
            String size = i % 13 == 5 ? "" : String.valueOf(1e3 + Math.sin(i) * (i % 9));
            String price = i % 29 == 7 ? "" : String.valueOf(20 + i % 17 + 3 * Math.cos(i));
            String name = i % 5 < 2 ? "yes" : "no";
            String day = "2024-0" + (1 + i % 9) + "-1" + i % 7;
            String row = size + "," + kind + "," + day + "," + price + "," + name + "\n";
            whole.append(row);
            part.append(PARTS.size() == 2 ? name + ";\"" + price + "\";" + day + ";" + kind + ";" + size + "\n" : row);
            if (i == 20 || i == 120) {
                whole.append("3,a\n");
                part.append(PARTS.size() == 2 ? "3;a\n" : "3,a\n");
            }
            if (i == 60) {
                String again = "1000.5,b,2024-03-11,25,yes\n";
                whole.append(again).append(again);
                part.append("yes;25;2024-03-11;b;1000.5\n").append("yes;25;2024-03-11;b;1000.5\n");
            }
            if (i + 1 == ends[PARTS.size()]) {
                PARTS.add(Files.writeString(folder.resolve("part-" + PARTS.size() + ".csv"), part));
                part.setLength(0);
                part.append(PARTS.size() == 2 ? "class;price;when;kind;size\n" : "size,kind,when,price,class\n");
            }
        }
        Files.writeString(folder.resolve("whole.csv"), whole);
    }

    /** Those who work; closed by whoever asked. */
    Workforce workers(int count) {
        return new ByBytes(count);
    }

    private static DataSpec spec(String target) {
        return DataSpec.of(new DataSource.CsvFile("whole.csv")).withTarget(target);
    }

    private static Prepared whole(DataSpec spec) {
        return DataSources.prepare(spec, folder, Progress.NONE);
    }

    private static void same(Prepared one, Prepared other) {
        assertThat(other.featureNames()).isEqualTo(one.featureNames());
        assertThat(other.classNames()).isEqualTo(one.classNames());
        assertThat(other.training().count()).isEqualTo(one.training().count());
        assertThat(other.validation().count()).isEqualTo(one.validation().count());
        for (int i = 0; i < one.preprocessing().features().size(); i++) {
            FeatureStep step = one.preprocessing().features().get(i);
            FeatureStep own = other.preprocessing().features().get(i);
            if (step instanceof FeatureStep.Numeric number) {
                FeatureStep.Numeric mine = (FeatureStep.Numeric) own;
                close(number.center(), mine.center());
                close(number.scale(), mine.scale());
                assertThat(mine.fill() == null).isEqualTo(number.fill() == null);
                close(number.fill() == null ? 0 : number.fill(), mine.fill() == null ? 0 : mine.fill());
            } else {
                assertThat(own).isEqualTo(step);
            }
        }
        if (one.preprocessing().target() instanceof TargetStep.NumberTarget number) {
            close(number.center(), ((TargetStep.NumberTarget) other.preprocessing().target()).center());
            close(number.scale(), ((TargetStep.NumberTarget) other.preprocessing().target()).scale());
        }
        assertThat(other.preprocessing().reading()).isEqualTo(one.preprocessing().reading());
    }

    private static void close(double one, double other) {
        assertThat(other).isCloseTo(one, within(CLOSE * Math.max(1, Math.abs(one))));
    }

    @Test
    void preparationIsThatOfOneFileWhateverIsAskedFor() {
        for (String target : List.of("price", "class")) {
            for (MissingStrategy missing : MissingStrategy.values()) {
                DataSpec spec = spec(target).withMissing(missing)
                        .withScaling(Scaling.values()[missing.ordinal() % Scaling.values().length]);
                try (Workforce workers = workers(3)) {
                    List<Path> files = missing.ordinal() % 2 == 0 ? PARTS : List.of(folder.resolve("whole.csv"));
                    same(whole(spec), SpreadTable.read(workers, files, spec, Progress.NONE).rows().prepared());
                }
            }
        }
    }

    @Test
    void fourWorkersWithFilesOfTheirOwnLearnWhatOneMachineDoesFromAllRows() {
        train(PARTS, spec("price"),
                new ModelSpec(new Architecture.Mlp(List.of(5), List.of(Activation.TANH)), Loss.MSE).withDropout(0.2), 24);
    }

    @Test
    void soDoFourOfWhomEachHasAPieceOfTheOneFile() {
        train(List.of(folder.resolve("whole.csv")), spec("class"),
                new ModelSpec(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY), 0);
    }

    private void train(List<Path> files, DataSpec spec, ModelSpec model, int batch) {
        List<ContenderSpec> contenders = List.of("sgd", "adam", "muon", "lbfgs").stream()
                .map(rule -> ContenderSpec.of(rule, rule, rule, Map.of(), 0)).toList();
        Experiment experiment = new Experiment("Parts", new Problem.Learning(spec, model), TrainingSpec.of(9, batch), contenders, 3,
                Precision.DOUBLE);
        RaceResult one = RaceRunner.run(experiment, whole(spec), RuleLibrary.complete(), RaceOptions.alone(), Progress.NONE);
        try (Workforce workers = workers(4)) {
            SpreadTable table = SpreadTable.read(workers, files, spec, Progress.NONE);
            assertThat(table.workers()).isEqualTo(Math.min(4, workers.slots()));
            try (DataParallel rows = table.spread(model, Precision.DOUBLE);
                    Race race = Race.elsewhere(experiment, rows, RuleLibrary.complete(), RaceOptions.alone())) {
                RaceResult spread = RaceRunner.run(race, Progress.NONE);
                for (int i = 0; i < contenders.size(); i++) {
                    RaceResult.Finish here = one.contenders().get(i);
                    RaceResult.Finish there = spread.contenders().get(i);
                    close(here.trainingLoss(), there.trainingLoss());
                    close(here.validationLoss(), there.validationLoss());
                    close(here.metric(), there.metric());
                    for (int k = 0; k < here.parameters().length; k++) {
                        close(here.parameters()[k], there.parameters()[k]);
                    }
                }
            }
        }
    }

    @Test
    void rowsThatMemoryHasNoRoomForAreReadFromAFile() throws IOException {
        try (ShardRows few = new ShardRows(3, 1000); ShardRows many = new ShardRows(3, 10)) {
            for (int i = 0; i < 5; i++) {
                RowValues some = RowValues.of(new double[] {i, 2, 3, 4, 5, Double.NaN}, 3);
                few.add(some);
                many.add(some);
            }
            assertThat(many.all()).isEqualTo(few.all()).hasSize(30);
            assertThat(many.row(7)).isEqualTo(few.row(7));
            assertThat(many.pick(8, 1).all()).isEqualTo(few.pick(8, 1).all());
        }
    }

    @Test
    void whatWasLeftOutOrTakenAsMissingIsToldAsOfOneFile() throws IOException {
        String header = "x,kind,y\n";
        String one = "1,a,2\n2,A,oops\n3,b,4\n4,a\n5,b,6\n1,a,2\n";
        String good = IntStream.range(0, 40).mapToObj(i -> i + 0.5 + "," + "ab".charAt(i % 2) + "," + 3 * i + "\n")
                .collect(Collectors.joining());
        String other = good + "7,a,8\n8,b,9,10\n9,?,10\n10,a,-\n11,b,inf\n".repeat(2) + "7.5,b,3\n6.5,a,3\n";
        List<Path> files = List.of(Files.writeString(folder.resolve("t1.csv"), header + one),
                Files.writeString(folder.resolve("t2.csv"), header + other));
        Files.writeString(folder.resolve("t.csv"), header + one + other);
        DataSpec spec = DataSpec.of(new DataSource.CsvFile("t.csv")).withTarget("y");
        Imported whole = DataSources.rows(spec, folder, Progress.NONE).imported();
        try (Workforce workers = workers(2)) {
            Imported spread = SpreadTable.read(workers, files, spec, Progress.NONE).rows().imported();
            ImportFindings told = ImportFindings.of(spread);
            ImportFindings wanted = ImportFindings.of(whole);
            assertThat(told.sentences()).as("%s", wanted.sentences()).extracting(each -> each.toString().replaceFirst("^.*t[12].csv: ", "")
                    .replaceAll("(line|Line) \\d+", "line")).containsExactlyElementsOf(wanted.sentences().stream()
                    .map(each -> each.toString().replaceAll("(line|Line) \\d+", "line")).toList());
            assertThat(List.of(told.rows(), told.leftOut(), told.badCells(), told.equal(), told.totals()))
                    .isEqualTo(List.of(wanted.rows(), wanted.leftOut(), wanted.badCells(), wanted.equal(), wanted.totals()));
            assertThat(told.leftOut()).isEqualTo(3);
            assertThat(told.badCells()).isPositive();
            assertThat(spread.report().counts()).containsAllEntriesOf(whole.report().counts());
        }
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.txt"), "size,kind,when,class\n1,a,2024-01-01,yes\n2,b,2024-01-02,no\n");
        try (Workforce workers = workers(2)) {
            assertThatThrownBy(() -> SpreadTable.read(workers, List.of(PARTS.get(0), odd), spec("price"), Progress.NONE))
                    .isInstanceOf(Saying.class).hasMessageContaining("odd.txt").hasMessageContaining("price");
            assertThatThrownBy(() -> SpreadTable.read(workers, List.of(folder.resolve("gone.csv")), spec("price"), Progress.NONE))
                    .hasMessageContaining("gone.csv");
            Path weighted = Files.writeString(folder.resolve("w.txt"), "x,n,y\n1,2,3\n2,-1,4\n5,1,2\n");
            DataSpec spec = spec("y").withColumns(List.of(new ColumnSpec("n", ColumnType.NUMBER,
                    Role.WEIGHT)));
            assertThatThrownBy(() -> SpreadTable.read(workers, List.of(weighted), spec, Progress.NONE))
                    .isInstanceOf(Saying.class).hasMessageContaining("w.txt").hasMessageContaining("line 3");
        }
    }
}
