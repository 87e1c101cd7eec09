package downhill.store;

import downhill.model.InputShape;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads conformance cases: trainings recorded by another program, one JSON file each. */
public final class ConformanceStore {
    private static final int MOST_OUTPUTS = 10_000;

    private ConformanceStore() {
    }

    /**
     * The case files of a folder, by name.
     *
     * @throws StoreException where it is no folder
     */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StoreException(Said.of(Files.exists(folder) ? "conform.folder" : "conform.none", folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new StoreException(Said.of("conform.list", folder, IoReason.of(e)), e);
        }
    }

    /**
     * Reads a case.
     *
     * @throws UnsupportedCaseException where it asks for something unknown
     * @throws StoreException           where it is no JSON
     */
    public static ConformanceCase read(Path file) {
        CaseFields fields = new CaseFields(Json.parseWithNaN(Json.bytes(file), file.toString()), CaseFields.WHOLE);
        fields.ignore("source", "note", "description");
        String kind = fields.text("kind");
        String name = fields.has("case") ? fields.text("case") : file.getFileName().toString().replaceFirst("\\.json$", "");
        int steps = fields.whole("steps");
        require(steps >= 0, Said.of("case.steps"));
        ConformanceCase.Named optimizer = fields.object("optimizer").named();
        ConformanceCase.Named schedule = fields.has("schedule") ? fields.object("schedule").named() : null;
        Double clipNorm = fields.has("clipNorm") ? (Double) fields.number("clipNorm") : null;
        fields.ignore("schedule", "clipNorm");
        ConformanceCase.Subject subject = switch (kind) {
            case "surface" -> surface(fields, steps);
            case "model" -> model(fields, steps);
            default -> throw UnsupportedCaseException.unknown("case.kind", kind);
        };
        double tolerance = fields.number("tolerance");
        fields.finish();
        return new ConformanceCase(name, tolerance, steps, optimizer, schedule, clipNorm, subject);
    }

    private static ConformanceCase.OnSurface surface(CaseFields fields, int steps) {
        double[] start = fields.numbers("start");
        require(start.length == 2, Said.of("case.start"));
        CaseFields expect = fields.object("expect");
        double[] flat = optional(expect, "parameters", 2 * (steps + 1));
        double[][] path = flat == null ? null : new double[steps + 1][];
        for (int i = 0; flat != null && i <= steps; i++) {
            path[i] = new double[] {flat[2 * i], flat[2 * i + 1]};
        }
        double[] losses = optional(expect, "loss", steps + 1);
        expect.finish();
        return new ConformanceCase.OnSurface(fields.text("surface"), start[0], start[1], path, losses);
    }

    private static ConformanceCase.OnModel model(CaseFields fields, int steps) {
        ConformanceModels.Declared declared = ConformanceModels.read(fields.object("model"), fields.text("loss"));
        JsonNode y = fields.get("y");
        int rows = fields.get("x").size();
        require(rows > 0 && y.size() == rows, Said.of("case.rows"));
        require(declared.outputs() > 0 && declared.outputs() <= MOST_OUTPUTS, Said.of("case.outputs", MOST_OUTPUTS));
        InputShape shape = new InputShape(declared.lengths());
        double[] x = fields.numbers("x");
        double numbers = shape.lengths().stream().mapToDouble(length -> length).reduce(rows, (a, b) -> a * b);
        require(x.length == numbers, Said.of("case.shape"));
        CaseFields expect = fields.object("expect");
        double[] losses = optional(expect, "loss", steps);
        Map<String, double[]> arrays = expect.has("final") ? expect.arrays("final") : Map.of();
        double[] output = optional(expect, "output", Math.min(4, rows) * declared.outputs());
        expect.ignore("final");
        expect.finish();
        return new ConformanceCase.OnModel(declared.spec(), shape, declared.outputs(), rows, x, targets(y, declared.outputs()),
                batches(fields.get("batches"), steps, rows), fields.arrays("initial"), fields.number("l1", 0),
                fields.number("l2", 0), losses, arrays, output);
    }

    private static double[] targets(JsonNode y, int outputs) {
        double[] targets = new double[y.size() * outputs];
        for (int row = 0; row < y.size(); row++) {
            JsonNode target = y.get(row);
            if (target.isArray() || outputs == 1) {
                double[] values = CaseFields.flat(target, "y");
                require(values.length == outputs, Said.of("case.targets", outputs));
                System.arraycopy(values, 0, targets, row * outputs, outputs);
            } else {
                require(target.isIntegralNumber() && target.intValue() >= 0 && target.intValue() < outputs,
                        Said.of("case.class", outputs - 1));
                targets[row * outputs + target.intValue()] = 1;
            }
        }
        return targets;
    }

    private static int[][] batches(JsonNode node, int steps, int rows) {
        if (node.isString()) {
            require(node.stringValue().equals("full"), Said.of("case.batches"));
            return null;
        }
        require(node.isArray() && node.size() >= steps, Said.of("case.batches"));
        int[][] batches = new int[steps][];
        for (int step = 0; step < steps; step++) {
            batches[step] = Arrays.stream(CaseFields.flat(node.get(step), "batches"))
                    .mapToInt(value -> (int) value).toArray();
            require(batches[step].length > 0, Said.of("case.batch"));
            for (int row : batches[step]) {
                require(row >= 0 && row < rows, Said.of("case.row", row, rows));
            }
        }
        return batches;
    }

    private static double[] optional(CaseFields fields, String name, int count) {
        fields.ignore(name);
        if (!fields.has(name)) {
            return null;
        }
        double[] values = fields.numbers(name);
        require(values.length == count, Said.of("case.count", "expect." + name, values.length, count));
        return values;
    }

    private static void require(boolean holds, Said sentence) {
        if (!holds) {
            throw new UnsupportedCaseException(sentence);
        }
    }
}
