package downhill.cli;

import downhill.engine.BoundedProcess;
import downhill.engine.ProgramAnswer;
import downhill.export.ExportFormat;
import downhill.export.StoredRow;
import downhill.export.onnx.run.OnnxRun;
import downhill.export.text.HtmlPage;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exported file asked the stored rows once more, by the program it is for.
 *
 * @param said what came of it
 * @param good whether it answers as it should, or could not be asked
 */
record ExportProof(Said said, boolean good) {
    private static final int SECONDS = 120;
    private static final Pattern DIFFERENCE = Pattern.compile("difference ([0-9.eE+-]+|NaN|Infinity)(,|\\s|$)");

    /** @param rows that are stored in it */
    static ExportProof of(ExportFormat format, Path file, List<StoredRow> rows) throws IOException {
        return of(format, format.bound(), file, rows);
    }

    /**
     * Asks.
     *
     * @param bound of the difference
     * @param rows  that are stored in it
     */
    static ExportProof of(ExportFormat format, double bound, Path file, List<StoredRow> rows) throws IOException {
        return switch (format) {
            case ONNX -> of(bound, Said.of("export.by.own"), onnx(file, rows));
            case JAVA -> java(format, file);
            case PYTORCH -> python(format, file);
            case HTML -> page(format, file);
            case NOTEBOOK -> unasked(Said.of("export.by.python"), Said.of("export.notebook.runs"));
        };
    }

    private static double onnx(Path file, List<StoredRow> rows) throws IOException {
        double[][] answers = OnnxRun.read(Files.readAllBytes(file)).answers(rows.stream().map(StoredRow::rows).toList());
        double largest = 0;
        for (int row = 0; row < answers.length; row++) {
            for (int i = 0; i < answers[row].length; i++) {
                double stored = rows.get(row).answer().get(i);
                double difference = Math.abs(answers[row][i] - stored) / Math.max(1, Math.abs(stored));
                largest = Math.max(largest, difference);
            }
        }
        return largest;
    }

    private static ExportProof java(ExportFormat format, Path file) {
        if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
            return unasked(Said.of("export.by.java"), Said.plain("java " + file.getFileName() + " --check"));
        }
        Path program = Path.of(System.getProperty("java.home"), "bin", System.getProperty("os.name").startsWith("Windows") ? "java.exe"
                : "java");
        return asked(format, Said.of("export.by.java"), BoundedProcess.run(SECONDS, program.toAbsolutePath().toString(),
                file.toAbsolutePath().toString(), "--check"), Said.NOTHING);
    }

    private static ExportProof python(ExportFormat format, Path file) {
        Said itself = Said.plain("python3 " + file.getFileName() + " --check");
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (BoundedProcess.run(SECONDS, python, "-c", "import torch").exit() == 0) {
                return asked(format, Said.of("export.by.python"),
                        BoundedProcess.run(SECONDS, python, file.toAbsolutePath().toString(), "--check"),
                        itself);
            }
        }
        return unasked(Said.of("export.by.python"), itself);
    }

    /** The page's own program, without the page. */
    private static ExportProof page(ExportFormat format, Path file) throws IOException {
        String page = Files.readString(file);
        Path script = Files.createTempFile("downhill", ".js");
        try {
            Files.writeString(script, HtmlPage.program(page) + "\nconsole.log('difference ' + downhill(`" + HtmlPage.text(page)
                    + "`).difference());\n");
            return asked(format, Said.of("export.by.node"), BoundedProcess.run(SECONDS, "node", script.toString()),
                    Said.of("export.page.opens"));
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static ExportProof asked(ExportFormat format, Said by, ProgramAnswer answer, Said itself) {
        if (!answer.found()) {
            return unasked(by, itself);
        }
        Matcher found = DIFFERENCE.matcher(answer.output());
        return found.find() ? of(format.bound(), by, Double.parseDouble(found.group(1)))
                : new ExportProof(Said.of("export.failed", by, answer.output().strip()), false);
    }

    private static ExportProof unasked(Said by, Said itself) {
        return new ExportProof(Said.of("export.unchecked", by, itself), true);
    }

    private static ExportProof of(double bound, Said by, double difference) {
        boolean good = difference <= bound;
        return new ExportProof(Said.of(good ? "export.checked" : "export.differs", by, digits(difference), digits(bound)), good);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
