package downhill.race;

import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import java.util.Arrays;
import java.util.Map;

/**
 * Measures how long going back takes in a long race of four contenders on the iris model: to a far step, then single steps from
 * there. Run by hand with the number of steps; the figures are in docs/performance.md.
 */
final class SeekTiming {
    private SeekTiming() {
    }

    public static void main(String[] arguments) {
        long steps = Long.parseLong(arguments[0]);
        Experiment four = Races.experiment(Races.iris(), TrainingSpec.of(steps, 16), Races.contender("a", "sgd", 0.05),
                Races.contender("b", "momentum", 0.01),
                Races.contender("c", "rmsprop", 0.001), Races.contender("d", "adam", 0.001));
        try (Race race = Races.open(four)) {
            long begin = System.nanoTime();
            race.start();
            await(race, steps);
            System.out.printf("%d steps of 4 contenders: %.1f s%n", steps, (System.nanoTime() - begin) * 1e-9);
            for (double part : new double[] {0.9, 0.5, 0.123456, 0.77, 0.999}) {
                System.out.printf("to step %d: %.0f ms%n", (long) (part * steps), seek(race, (long) (part * steps)));
                double[] back = new double[20];
                for (int i = 0; i < back.length; i++) {
                    back[i] = seek(race, (long) (part * steps) - 1 - i);
                }
                Arrays.sort(back);
                System.out.printf("  one step back, 20 times: median %.0f ms, longest %.0f ms%n", back[10], back[19]);
            }
            System.gc();
            Runtime now = Runtime.getRuntime();
            System.out.printf("heap in use: %d MiB%n", (now.totalMemory() - now.freeMemory()) >> 20);
        }
    }

    private static double seek(Race race, long step) {
        long begin = System.nanoTime();
        race.seek(step);
        Map<String, ?> states = Map.of("a", race.stateAt("a", step).join(), "d", race.stateAt("d", step).join());
        await(race, step);
        return states.isEmpty() ? Double.NaN : (System.nanoTime() - begin) * 1e-6;
    }

    private static void await(Race race, long step) {
        try {
            race.await(now -> now.step() == step && now.state() != RaceState.RUNNING
                    && now.contenders().stream().allMatch(one -> one.step() == step),
                    30, java.util.concurrent.TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
