package downhill.analysis.landscape;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.InitialValues;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Surfaces;
import downhill.race.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Measures how long landscapes take; run by hand, the figures are in docs/performance.md. */
final class LandscapeTiming {
    private LandscapeTiming() {
    }

    public static void main(String[] args) {
        for (int threads = 1; threads <= 2; threads++) {
            try (LandscapeEngine iris = new LandscapeEngine(ModelTerrain.of(Samples.iris(), Samples.IRIS_MODEL), threads);
                 LandscapeEngine surface = new LandscapeEngine(
                         new SurfaceTerrain(Surfaces.named("ackley").orElseThrow().expression()), threads)) {
                Plane plane = RandomPlane.of(ModelBuilder.evaluation(Samples.IRIS_MODEL, Samples.IRIS_SHAPE, 3, 1, false)
                        .layout(), Samples.irisStart(1), 1);
                for (int round = 0; round < 6; round++) {
                    time(threads + " threads, iris 41×41", () ->
                            iris.compute(plane, Region.square(1), 41, Progress.NONE, each -> { }));
                    time(threads + " threads, ackley 101×101", () ->
                            surface.compute(ParameterPlane.whole(), Region.square(5), 101, Progress.NONE, each -> { }));
                }
            }
        }
        families();
        Random random = new Random(1);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            points.add(random.doubles(5000).toArray());
        }
        for (int round = 0; round < 3; round++) {
            time("principal plane of 200 points of 5000 parameters", () -> PrincipalPlane.of(points));
        }
    }

    private static void families() {
        family("digits", new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY));
        family("sunspots", new ModelSpec(new Architecture.Recurrent(Cell.LSTM, 16), Loss.MSE));
        family("sunspots", new ModelSpec(new Architecture.Transformer(16, 2, 32), Loss.MSE));
        family("breast-cancer", new ModelSpec(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY));
    }

    private static void family(String sample, ModelSpec model) {
        Prepared prepared = Samples.prepared(sample);
        double[] start = InitialValues.row(model, Targets.shape(prepared), Targets.outputs(prepared, model), 1);
        ModelTerrain terrain = ModelTerrain.of(prepared, model);
        try (LandscapeEngine engine = new LandscapeEngine(terrain, 2)) {
            long begin = System.nanoTime();
            engine.compute(ParameterPlane.of(0, 1, start), Region.square(1), 41, Progress.NONE, each ->
                    System.out.printf("%s %s, %d rows: %d×%d after %.1f ms%n", sample, model.architecture().getClass()
                            .getSimpleName(), terrain.scope().rows(), each.resolution(), each.resolution(),
                            (System.nanoTime() - begin) * 1e-6));
        }
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - begin) * 1e-6);
    }
}
