package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.curvature.CurvatureLook;
import downhill.analysis.curvature.LossLine;
import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.Stability;
import downhill.data.Progress;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Racing;
import downhill.race.history.Curve;
import downhill.store.LessonLibrary;
import downhill.store.LessonPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the gallery are of the lessons' own races. {@code mvn test -Psoak -Dtest=PhenomenaPicturesTest -Ddownhill.write=true}
 * records them anew.
 */
class PhenomenaPicturesTest {
    private static final Path FILE = Path.of("resources/downhill/lessons/pictures.txt");
    private static final int POINTS = 60;
    private static final int MOMENTS = 40;
    private static final List<String> QUICK = List.of("zigzag", "stages", "catapult");

    /** A curve before it is fitted into the picture. */
    private record Raw(int style, double[] x, double[] y) {
    }

    /**
     * What is drawn of one opening.
     *
     * @param step  whose race is opened
     * @param run   how far it is run
     * @param lines of a contender
     */
    private record Part(String step, long run, BiFunction<Situation, String, List<Raw>> lines) {
    }

    private static final Map<String, List<Part>> PARTS = Map.ofEntries(
            Map.entry("catapult", List.of(new Part("gentle", 16, loss(false)), new Part("spike", 16, restyled(1, loss(false))))),
            Map.entry("edge-of-stability", List.of(new Part("edge", 5000, measured(CurvatureMeasure.GAUGE)))),
            Map.entry("zigzag", List.of(new Part("memory", 30, PhenomenaPicturesTest::path))),
            Map.entry("stages", List.of(new Part("plateau", 160, PhenomenaPicturesTest::parameters))),
            Map.entry("saddle", List.of(new Part("escapes", 260, PhenomenaPicturesTest::path))),
            Map.entry("spectral-bias", List.of(new Part("later", 1200, loss(true)))),
            Map.entry("dead-relu", List.of(new Part("careful", 100, loss(false)), new Part("dies", 100, restyled(1, loss(false))))),
            Map.entry("adam-fails", List.of(new Part("others", 2020, PhenomenaPicturesTest::firstParameter))),
            Map.entry("critical-batch", List.of(new Part("all", 200, curve(Racing.Quantity.VALIDATION_LOSS, true)))),
            Map.entry("double-descent", List.of(new Part("narrow", 100, restyled(0, curve(Racing.Quantity.VALIDATION_LOSS, true))),
                    new Part("threshold", 100, restyled(1, curve(Racing.Quantity.VALIDATION_LOSS, true))),
                    new Part("wide", 100, restyled(2, curve(Racing.Quantity.VALIDATION_LOSS, true))))),
            Map.entry("grokking", List.of(new Part("understood", 1200, curve(Racing.Quantity.METRIC, false)))),
            Map.entry("lottery-ticket", List.of(new Part("end", 600, loss(true)))),
            Map.entry("mode-connectivity", List.of(new Part("apart", 600, PhenomenaPicturesTest::ways))),
            Map.entry("rate-transfer", List.of(new Part("narrow", 30, restyled(0, PhenomenaPicturesTest::byRate)),
                    new Part("wide", 30, restyled(1, PhenomenaPicturesTest::byRate)),
                    new Part("mup", 30, restyled(2, PhenomenaPicturesTest::byRate)))),
            Map.entry("ntk-drift", List.of(new Part("narrow", 1600, measured(CurvatureMeasure.KERNEL)),
                    new Part("wide", 1600, restyled(1, measured(CurvatureMeasure.KERNEL))))),
            Map.entry("plasticity", List.of(new Part("fortieth", 4000, loss(false)))),
            Map.entry("listings", List.of(new Part("dynamic", 200, loss(true)))));

    private static BiFunction<Situation, String, List<Raw>> restyled(int style, BiFunction<Situation, String, List<Raw>> lines) {
        return (there, id) -> lines.apply(there, id).stream().map(raw -> new Raw(style, raw.x(), raw.y())).toList();
    }

    private static int style(Situation there, String id) {
        return there.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().style();
    }

    private static BiFunction<Situation, String, List<Raw>> loss(boolean log) {
        return curve(Racing.Quantity.TRAINING_LOSS, log);
    }

    private static BiFunction<Situation, String, List<Raw>> curve(Racing.Quantity quantity, boolean log) {
        return (there, id) -> {
            Curve curve = there.race().curve(id, quantity, POINTS);
            return List.of(new Raw(style(there, id), curve.x(),
                    Arrays.stream(curve.y()).map(value -> log ? Math.log10(value) : value).toArray()));
        };
    }

    private static long[] moments(Situation there, String id, int count) {
        long last = Math.min(there.race().recordedSteps(id) - 1, there.snapshot().step());
        return IntStream.range(0, count).mapToLong(i -> last * i / (count - 1)).distinct().toArray();
    }

    private static double[][] rows(Situation there, String id) {
        long[] steps = moments(there, id, POINTS);
        return Arrays.stream(steps).mapToObj(step -> there.race().parametersAt(id, step).join()).toArray(double[][]::new);
    }

    private static double[] column(double[][] rows, int parameter) {
        return Arrays.stream(rows).mapToDouble(row -> row[parameter]).toArray();
    }

    private static List<Raw> path(Situation there, String id) {
        double[][] rows = rows(there, id);
        return List.of(new Raw(style(there, id), column(rows, 0), column(rows, 1)));
    }

    private static List<Raw> parameters(Situation there, String id) {
        double[][] rows = rows(there, id);
        double[] x = IntStream.range(0, rows.length).asDoubleStream().toArray();
        return List.of(new Raw(0, x, column(rows, 0)), new Raw(1, x, column(rows, 1)));
    }

    private static List<Raw> firstParameter(Situation there, String id) {
        double[][] rows = rows(there, id);
        return List.of(new Raw(style(there, id), IntStream.range(0, rows.length).asDoubleStream().toArray(), column(rows, 0)));
    }

    private static BiFunction<Situation, String, List<Raw>> measured(CurvatureMeasure measure) {
        return (there, id) -> {
            long[] steps = moments(there, id, MOMENTS);
            try (CurvatureLook look = look(there)) {
                double[] y = Arrays.stream(steps)
                        .mapToDouble(step -> measure.of(look.only(id, there.race().stateAt(id, step).join(), EnumSet.of(measure)))).toArray();
                Raw line = new Raw(style(there, id), Arrays.stream(steps).asDoubleStream().toArray(), y);
                Raw edge = new Raw(Picture.NOBODY, new double[] {0, steps[steps.length - 1]}, new double[] {1, 1});
                return measure == CurvatureMeasure.GAUGE ? List.of(edge, line) : List.of(line);
            }
        };
    }

    private static CurvatureLook look(Situation there) {
        return new CurvatureLook(there::experiment, there.race().prepared().orElse(null), RuleLibrary.complete(), Stability.Care.GLANCE);
    }

    private static List<Raw> ways(Situation there, String id) {
        RunState from = there.states().get("a");
        RunState to = there.states().get(id);
        if (from == null || to == null || from == to) {
            return List.of();
        }
        try (CurvatureLook look = look(there)) {
            LossLine line = look.straight(from, to);
            return List.of(new Raw(style(there, id), line.at(), line.losses()));
        }
    }

    /** One point of each contender; joined below. */
    private static List<Raw> byRate(Situation there, String id) {
        double rate = there.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow()
                .hyperparameters().get("learningRate");
        return List.of(new Raw(0, new double[] {Math.log10(rate)}, new double[] {Math.log10(there.loss(id))}));
    }

    private static Picture drawn(String id) {
        Lesson lesson = LessonLibrary.read(id).lesson();
        List<Raw> all = new ArrayList<>();
        for (Part part : PARTS.get(id)) {
            List<Step> steps = lesson.steps();
            int at = steps.stream().map(Step::id).toList().indexOf(part.step());
            while (steps.get(at).open() == null) {
                at--;
            }
            try (LessonRace race = new LessonRace(lesson.opened(steps.get(at).open()), Progress.NONE)) {
                Situation there = race.to(part.run());
                List<Raw> own = new ArrayList<>();
                there.experiment().contenders().forEach(one -> own.addAll(part.lines().apply(there, one.id())));
                all.addAll(own.stream().allMatch(raw -> raw.x().length == 1) ? List.of(joined(own)) : own);
            }
        }
        return fitted(all);
    }

    private static Raw joined(List<Raw> points) {
        List<Raw> sorted = points.stream().sorted(Comparator.comparingDouble(raw -> raw.x()[0])).toList();
        return new Raw(sorted.get(0).style(), sorted.stream().mapToDouble(raw -> raw.x()[0]).toArray(),
                sorted.stream().mapToDouble(raw -> raw.y()[0]).toArray());
    }

    private static Picture fitted(List<Raw> lines) {
        double[] x = bounds(lines.stream().map(Raw::x).toList());
        double[] y = bounds(lines.stream().map(Raw::y).toList());
        List<Picture.Line> made = new ArrayList<>();
        for (Raw line : lines) {
            int[] kept = IntStream.range(0, line.x().length).filter(i -> Double.isFinite(line.y()[i])).toArray();
            made.add(new Picture.Line(line.style(), Arrays.stream(kept).mapToDouble(i -> unit(line.x()[i], x)).toArray(),
                    Arrays.stream(kept).mapToDouble(i -> unit(line.y()[i], y)).toArray()));
        }
        return new Picture(made);
    }

    private static double unit(double value, double[] bounds) {
        return (value - bounds[0]) / (bounds[1] - bounds[0]);
    }

    private static double[] bounds(List<double[]> all) {
        double[] finite = all.stream().flatMapToDouble(java.util.Arrays::stream).filter(Double::isFinite).toArray();
        return new double[] {Arrays.stream(finite).min().orElseThrow(), Arrays.stream(finite).max().orElseThrow()};
    }

    private static void compare(String id) {
        Picture kept = LessonLibrary.picture(id);
        Picture now = drawn(id);
        assertThat(kept.lines()).as(id).hasSameSizeAs(now.lines());
        for (int i = 0; i < kept.lines().size(); i++) {
            assertThat(kept.lines().get(i).style()).isEqualTo(now.lines().get(i).style());
            assertThat(kept.lines().get(i).x()).as(id).containsExactly(now.lines().get(i).x(), within(0.02));
            assertThat(kept.lines().get(i).y()).as(id).containsExactly(now.lines().get(i).y(), within(0.02));
        }
    }

    @Test
    void everyPhenomenonHasAPicture() {
        for (String id : LessonLibrary.phenomena()) {
            assertThat(LessonLibrary.picture(id).lines()).as(id).isNotEmpty().allSatisfy(line -> {
                assertThat(line.x()).hasSameSizeAs(line.y()).hasSizeGreaterThan(1);
                assertThat(DoubleStream.concat(Arrays.stream(line.x()), Arrays.stream(line.y())).boxed())
                        .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
            });
        }
    }

    @Test
    void thePicturesAreOfTheLessonsOwnRaces() {
        QUICK.forEach(PhenomenaPicturesTest::compare);
    }

    @Tag("soak")
    @Test
    void allOfThem() throws IOException {
        if (!Boolean.getBoolean("downhill.write")) {
            LessonLibrary.phenomena().forEach(PhenomenaPicturesTest::compare);
            return;
        }
        StringBuilder text = new StringBuilder();
        LessonLibrary.phenomena().forEach(id -> text.append(LessonPictures.text(id, drawn(id))));
        Files.writeString(FILE, text);
    }
}
