package downhill.store;

import downhill.engine.BoundedProcess;
import downhill.engine.ProgramAnswer;
import downhill.export.ExportFormat;
import downhill.export.StoredRow;
import downhill.export.Template;
import downhill.export.onnx.run.OnnxRun;
import downhill.export.text.HtmlPage;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exported file asked the stored rows once more, by the program it is for.
 *
 * @param said       what came of it
 * @param good       whether it answers as it should, or could not be asked
 * @param difference largest relative difference to the stored answers; NaN also where it could not be asked
 * @param bound      of it that is rounding
 */
public record ExportProof(Said said, boolean good, double difference, double bound) {
    /** Of processor time: what takes seconds may wait for minutes on a busy machine. */
    private static final int SECONDS = 120;
    /** For twenty rows the quick compiler of the virtual machine and a collector without threads are enough. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Pattern DIFFERENCE = Pattern.compile("difference ([0-9.eE+-]+|NaN|Infinity)(,|\\s|$)");

    /**
     * Asks.
     *
     * @param bound of the difference
     * @param rows  that are stored in it
     */
    public static ExportProof of(ExportFormat format, double bound, Path file, List<StoredRow> rows) throws IOException {
        return of(format, bound, file, rows, () -> false);
    }

    /**
     * The same, given up where somebody says so.
     *
     * @throws java.util.concurrent.CancellationException where it was given up
     */
    public static ExportProof of(ExportFormat format, double bound, Path file, List<StoredRow> rows, BooleanSupplier unwanted)
            throws IOException {
        Asking asking = new Asking(bound, unwanted);
        ExportProof proof = switch (format) {
            case ONNX -> asking.of(Said.of("export.by.own"), onnx(file, rows));
            case JAVA -> asking.java(file);
            case PYTORCH -> asking.python(file);
            case HTML -> asking.page(file);
            case NOTEBOOK -> asking.unasked(Said.of("export.by.python"), Said.of("export.notebook.runs"));
        };
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("the proof is no longer wanted");
        }
        return proof;
    }

    /** What came of asking the stored rows, by whoever asked. */
    public static ExportProof measured(Said by, double difference, double bound) {
        return new Asking(bound, () -> false).of(by, difference);
    }

    /** Largest difference between answers, relative to those stored where they are above 1; NaN where one of them is no number. */
    public static double difference(List<StoredRow> stored, List<StoredRow> answered) {
        double largest = stored.size() == answered.size() ? 0 : Double.NaN;
        for (int row = 0; row < Math.min(stored.size(), answered.size()); row++) {
            largest = Math.max(largest, difference(stored.get(row).answer(), answered.get(row).answer().stream().mapToDouble(each -> each)
                    .toArray()));
        }
        return largest;
    }

    private static double difference(List<Double> stored, double... answered) {
        double largest = 0;
        for (int i = 0; i < answered.length; i++) {
            largest = Math.max(largest, Math.abs(answered[i] - stored.get(i)) / Math.max(1, Math.abs(stored.get(i))));
        }
        return largest;
    }

    private static double onnx(Path file, List<StoredRow> rows) throws IOException {
        double[][] answers = OnnxRun.read(Files.readAllBytes(file)).answers(rows.stream().map(StoredRow::rows).toList());
        double largest = 0;
        for (int row = 0; row < answers.length; row++) {
            largest = Math.max(largest, difference(rows.get(row).answer(), answers[row]));
        }
        return largest;
    }

    /** One asking: the bound, and whether it is still wanted. */
    private record Asking(double bound, BooleanSupplier unwanted) {
        ExportProof java(Path file) {
            if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
                return unasked(Said.of("export.by.java"), Said.plain("java " + file.getFileName() + " --check"));
            }
            Path program = Path.of(System.getProperty("java.home"), "bin", System.getProperty("os.name").startsWith("Windows") ? "java.exe"
                    : "java");
            return asked(Said.of("export.by.java"), BoundedProcess.work(SECONDS, unwanted, program.toAbsolutePath().toString(),
                    QUICK.get(0), QUICK.get(1), file.toAbsolutePath().toString(), "--check"), Said.NOTHING);
        }

        ExportProof python(Path file) {
            Said itself = Said.plain("python3 " + file.getFileName() + " --check");
            String looks = Template.of("has_torch.py.txt").text().strip(); // without loading it, which takes seconds
            for (String python : List.of("python3", "/usr/bin/python3")) {
                if (BoundedProcess.work(SECONDS, unwanted, python, "-c", looks).exit() == 0) {
                    return asked(Said.of("export.by.python"),
                            BoundedProcess.work(SECONDS, unwanted, python, file.toAbsolutePath().toString(), "--check"),
                            itself);
                }
            }
            return unasked(Said.of("export.by.python"), itself);
        }

        /** The page's own program, without the page. */
        ExportProof page(Path file) throws IOException {
            String page = Files.readString(file);
            Path script = Files.createTempFile("downhill", ".js");
            try {
                Files.writeString(script, HtmlPage.program(page) + "\nconsole.log('difference ' + downhill(`" + HtmlPage.text(page)
                        + "`).difference());\n");
                return asked(Said.of("export.by.node"), BoundedProcess.work(SECONDS, unwanted, "node", script.toString()),
                        Said.of("export.page.opens"));
            } finally {
                Files.deleteIfExists(script);
            }
        }

        private ExportProof asked(Said by, ProgramAnswer answer, Said itself) {
            if (!answer.found()) {
                return unasked(by, itself);
            }
            Matcher found = DIFFERENCE.matcher(answer.output());
            if (found.find()) {
                return of(by, Double.parseDouble(found.group(1)));
            }
            Said why = answer.exit() < 0 ? Said.of("export.late", by, SECONDS) : Said.of("export.failed", by, answer.output().strip());
            return new ExportProof(why, false, Double.NaN, bound);
        }

        ExportProof unasked(Said by, Said itself) {
            return new ExportProof(Said.of("export.unchecked", by, itself), true, Double.NaN, bound);
        }

        ExportProof of(Said by, double difference) {
            boolean good = difference <= bound;
            return new ExportProof(Said.of(good ? "export.checked" : "export.differs", by, digits(difference), digits(bound)), good,
                        difference, bound);
        }

        private static String digits(double value) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
    }
}
