package downhill.analysis.landscape;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.model.ModelBuilder;
import downhill.model.Surfaces;
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
        Random random = new Random(1);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            points.add(random.doubles(5000).toArray());
        }
        for (int round = 0; round < 3; round++) {
            time("principal plane of 200 points of 5000 parameters", () -> PrincipalPlane.of(points));
        }
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - begin) * 1e-6);
    }
}
