package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ScheduleTest {
    static Stream<JsonNode> torchCases() {
        return Json.list(Json.read("/reference/schedules.json").get("cases")).stream();
    }

    @ParameterizedTest
    @MethodSource("torchCases")
    void theLearningRatesAreThoseOfPyTorch(JsonNode test) {
        double base = test.get("base").asDouble();
        ScheduleRun run = new ScheduleRun(schedule(test), base);
        double[] expected = Json.numbers(test.get("expect"));
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], run.learningRate(i), 1e-12 * base, test.get("schedule").asString() + " at " + i);
            if (test.has("losses")) {
                run.observe(test.get("losses").get(i).asDouble(), i + 1);
            }
        }
    }

    static Stream<Schedule> kinds() {
        Stream<Schedule> plain = Stream.of(Schedule.CONSTANT, new Schedule.Exponential(0.9), new Schedule.InverseTime(0.1),
                new Schedule.Step(3, 0.3),
                new Schedule.Cosine(10, 1e-4), new Schedule.CosineRestarts(5, 3, 0), new Schedule.Polynomial(8, 2),
                        new Schedule.OneCycle(10, 0.3, 25, 1e4));
        return plain.flatMap(one -> Stream.of(one, new Schedule.LinearWarmup(0, 6, one),
                new Schedule.LinearWarmup(0.1, 5, new Schedule.LinearWarmup(0, 2, one))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aScheduleIsSpentWhereAnotherBaseGivesTheSameRatesForEver(Schedule schedule) {
        for (int from = 0; from < 30; from++) {
            boolean same = IntStream.range(from, 60).allMatch(i -> schedule.learningRate(0.1, i) == schedule.learningRate(0.3, i));
            assertEquals(same, schedule.isSpent(from), schedule + " at " + from);
        }
    }

    @Test
    void aPlateauGoesOnFromItsSavedState() {
        Schedule plateau = new Schedule.LinearWarmup(0.5, 2, new Schedule.ReduceOnPlateau(0.5, 1, 1e-3, 0.01));
        ScheduleRun run = new ScheduleRun(plateau, 1);
        run.observe(1, 2);
        run.observe(1, 3);
        double[] saved = run.state();
        run.observe(1, 4);
        assertEquals(0.5, run.learningRate(10));
        run.restore(saved);
        assertEquals(1, run.learningRate(10));
        run.observe(Double.NaN, 4);
        assertEquals(0.5, run.learningRate(10), "no number is no improvement");
        for (int i = 0; i < 100; i++) {
            run.observe(1, 5 + i);
        }
        assertEquals(0.01, run.learningRate(10));
        assertEquals(0.005, run.learningRate(0));
    }

    /** Two of each kind where the kind has numbers, by their forms, so that a new kind is here by itself. */
    static Stream<Schedule> everyKind() {
        return Stream.of(ScheduleForm.values()).flatMap(form -> Stream.of(2, 7).map(whole -> {
            Map<String, Double> numbers = form.keys().stream().collect(Collectors.toMap(ScheduleKey::name,
                    key -> key.whole() ? whole : key.legal().contains(1.0 / whole) ? 1.0 / whole : 0.5));
            return form.with(numbers, 50, new Schedule.ReduceOnPlateau(0.5, whole - 2, 1e-4, 0));
        }));
    }

    /** As in PyTorch's SequentialLR: the second schedule is at its own step 0 when the warm-up ends, and has heard nothing before. */
    @ParameterizedTest
    @MethodSource("everyKind")
    void everyScheduleBeginsWhenItsWarmUpEnds(Schedule then) {
        int steps = 13;
        ScheduleRun alone = new ScheduleRun(then, 0.5);
        ScheduleRun after = new ScheduleRun(new Schedule.LinearWarmup(0.1, 9, new Schedule.LinearWarmup(0.5, steps - 9, then)), 0.5);
        for (int i = 0; i < steps; i++) {
            assertEquals(i < 9 ? 0.5 * (0.1 + 0.9 * i / 9) : 0.5 * (0.5 + 0.5 * (i - 9) / (steps - 9)), after.learningRate(i), 1e-15);
            after.observe(i % 3 == 0 ? Double.NaN : -i, i);
        }
        for (int i = 0; i < 60; i++) {
            double loss = Math.max(1, 5 - i);
            alone.observe(loss, i);
            after.observe(loss, steps + i);
            assertEquals(alone.learningRate(i), after.learningRate(steps + i), then + " at " + i);
        }
    }

    @Test
    void oneCycleStaysAtItsEnd() {
        Schedule cycle = new Schedule.OneCycle(10, 0.3, 25, 1e4);
        assertEquals(cycle.learningRate(1, 9), cycle.learningRate(1, 1000));
        for (double warmup : new double[] {0, 0.05, 0.1, 1}) {
            for (int i = 0; i < 12; i++) {
                double rate = new Schedule.OneCycle(10, warmup, 25, 1e4).learningRate(1, i);
                assertTrue(rate > 0 && rate <= 1 + 1e-12, warmup + " at " + i + ": " + rate);
            }
        }
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        refuse(() -> new Schedule.Exponential(0), "gamma of the schedule exponential must be a number in (0, ∞); it is 0.");
        refuse(() -> new Schedule.Exponential(Double.NaN), "gamma");
        refuse(() -> new Schedule.Step(0, 0.5), "stepSize of the schedule step must be a whole number in [1, 2147483647]; it is 0.");
        refuse(() -> new Schedule.Cosine(0, 0), "period");
        refuse(() -> new Schedule.Cosine(10, -1), "minimum");
        refuse(() -> new Schedule.CosineRestarts(1, 0, 0), "multiplier");
        refuse(() -> new Schedule.LinearWarmup(2, 5, Schedule.CONSTANT), "startFactor");
        refuse(() -> new Schedule.Polynomial(10, 0), "power");
        refuse(() -> new Schedule.OneCycle(1, 0.3, 25, 1e4), "steps");
        refuse(() -> new Schedule.ReduceOnPlateau(1, 3, 0, 0), "factor");
        refuse(() -> new Penalty(-1, 0), "L1");
        refuse(() -> new Clipping.ByNorm(0), "norm");
        refuse(() -> new Clipping.ByValue(Double.POSITIVE_INFINITY), "component");
    }

    @Test
    void anUnknownScheduleOrFieldIsUnsupported() {
        assertThrows(UnsupportedOptimizerException.class, () -> TorchSchedules.choose("cyclic", Map.of()));
        assertThrows(UnsupportedOptimizerException.class, () -> TorchSchedules.choose("step", Map.of("gamma", 0.5)));
        assertThrows(UnsupportedOptimizerException.class, () -> TorchSchedules.choose("exponential", Map.of("gamma", 0.5, "x", 1)));
        assertThrows(UnsupportedOptimizerException.class, () -> TorchSchedules.choose("exponential", Map.of("gamma", true)));
        assertThrows(UnsupportedOptimizerException.class, () -> TorchSchedules.choose("cosine", Map.of("period", 2.5, "minimum", 0)));
        assertThrows(UnsupportedOptimizerException.class,
                () -> TorchSchedules.choose("cosine-restarts", Map.of("period", 2, "multiplier", 1.5)));
    }

    private static void refuse(Runnable make, String words) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, make::run);
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    private static Schedule schedule(JsonNode test) {
        Map<String, Object> options = Json.options(test);
        Stream.of("schedule", "base", "expect", "losses", "then").forEach(options::remove);
        if (test.has("then")) {
            return new Schedule.LinearWarmup(test.get("startFactor").asDouble(), test.get("steps").asInt(), schedule(test.get("then")));
        }
        return switch (test.get("schedule").asString()) {
            case "one-cycle" -> new Schedule.OneCycle(test.get("steps").asInt(), test.get("warmup").asDouble(),
                    test.get("divisor").asDouble(),
                    test.get("finalDivisor").asDouble());
            case "plateau" -> new Schedule.ReduceOnPlateau(test.get("factor").asDouble(), test.get("patience").asInt(),
                    test.get("threshold").asDouble(), test.get("minimum").asDouble());
            default -> TorchSchedules.choose(test.get("schedule").asString(), options);
        };
    }
}
