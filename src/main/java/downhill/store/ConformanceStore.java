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
        CaseFields fields = new CaseFields(Json.parseWithNaN(Json.bytes(file), file.toString()), "the case");
        fields.ignore("source", "note", "description");
        String kind = fields.text("kind");
        String name = fields.has("case") ? fields.text("case") : file.getFileName().toString().replaceFirst("\\.json$", "");
        int steps = fields.whole("steps");
        require(steps >= 0, "\"steps\" must not be negative");
        ConformanceCase.Named optimizer = fields.object("optimizer").named();
        ConformanceCase.Named schedule = fields.has("schedule") ? fields.object("schedule").named() : null;
        Double clipNorm = fields.has("clipNorm") ? (Double) fields.number("clipNorm") : null;
        fields.ignore("schedule", "clipNorm");
        ConformanceCase.Subject subject = switch (kind) {
            case "surface" -> surface(fields, steps);
            case "model" -> model(fields, steps);
            default -> throw new UnsupportedCaseException("unknown kind \"" + kind + "\"");
        };
        double tolerance = fields.number("tolerance");
        fields.finish();
        return new ConformanceCase(name, tolerance, steps, optimizer, schedule, clipNorm, subject);
    }

    private static ConformanceCase.OnSurface surface(CaseFields fields, int steps) {
        double[] start = fields.numbers("start");
        require(start.length == 2, "\"start\" must be two numbers");
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
        require(rows > 0 && y.size() == rows, "\"x\" and \"y\" must have the same number of rows");
        require(declared.outputs() > 0 && declared.outputs() <= MOST_OUTPUTS, "a model has from 1 to " + MOST_OUTPUTS + " outputs");
        InputShape shape = new InputShape(declared.lengths());
        double[] x = fields.numbers("x");
        double numbers = shape.lengths().stream().mapToDouble(length -> length).reduce(rows, (a, b) -> a * b);
        require(x.length == numbers, "\"x\" does not have the shape that the model declares");
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
                require(values.length == outputs, "a row of \"y\" must have " + outputs + " numbers");
                System.arraycopy(values, 0, targets, row * outputs, outputs);
            } else {
                require(target.isIntegralNumber() && target.intValue() >= 0 && target.intValue() < outputs,
                        "a class in \"y\" must be from 0 to " + (outputs - 1));
                targets[row * outputs + target.intValue()] = 1;
            }
        }
        return targets;
    }

    private static int[][] batches(JsonNode node, int steps, int rows) {
        if (node.isString()) {
            require(node.stringValue().equals("full"), "\"batches\" must be \"full\" or a list of rows for each step");
            return null;
        }
        require(node.isArray() && node.size() >= steps, "\"batches\" must be \"full\" or a list of rows for each step");
        int[][] batches = new int[steps][];
        for (int step = 0; step < steps; step++) {
            batches[step] = Arrays.stream(CaseFields.flat(node.get(step), "batches"))
                    .mapToInt(value -> (int) value).toArray();
            require(batches[step].length > 0, "a batch is empty");
            for (int row : batches[step]) {
                require(row >= 0 && row < rows, "a batch names row " + row + " of " + rows);
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
        require(values.length == count, "\"expect." + name + "\" has " + values.length + " numbers instead of " + count);
        return values;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new UnsupportedCaseException(sentence);
        }
    }
}
