package downhill.cli;

import downhill.analysis.metric.ClassProbabilities;
import downhill.data.Column;
import downhill.data.Examples;
import downhill.data.csv.CsvExport;
import downhill.store.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a file with a trained model. */
@Command(name = "predict", description = "Score the rows of a CSV file with a trained model.")
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A trained model (*.downhill-model), as train and compare --out save it.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "CSV", description = "Rows with the columns that the model was trained on.")
    private String csv;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV with the columns of the input and the predictions.")
    private Path out;

    @Option(names = "--raw", description = "Leave texts that a spreadsheet would take for formulas as they are.")
    private boolean raw;

    @Override
    public Integer call() {
        try (Job job = new Job("Scoring", spec)) {
            Scoring scoring = new Scoring(modelFile, csv, job);
            AtomicFiles.write(out, file -> write(file, scoring), false);
            job.quiet();
            scoring.complain(spec.commandLine().getErr());
            spec.commandLine().getOut().println(scoring.rows.inputs().count() + " rows scored, " + scoring.rows.unscored().size()
                    + " not, in " + out + ".");
        }
        return ExitCode.DONE;
    }

    private void write(Path file, Scoring scoring) throws IOException {
        Examples examples = scoring.rows.inputs();
        List<List<String>> predictions = predictions(scoring);
        Map<Integer, List<String>> byRow = new HashMap<>();
        int last = scoring.table.rows() - 1;
        for (int i = 0; i < examples.count(); i++) {
            byRow.put(examples.sourceRows()[i], predictions.get(i));
            last = Math.max(last, examples.sourceRows()[i]);
        }
        Map<Integer, String> reasons = new HashMap<>();
        scoring.rows.unscored().forEach(row -> reasons.put(row.row(), row.reason()));
        try (CsvExport csvFile = CsvExport.to(file, !raw)) {
            csvFile.row(head(scoring, !reasons.isEmpty()));
            for (int row = 0; row <= last; row++) {
                csvFile.row(line(scoring, row, byRow.get(row), reasons));
            }
        }
    }

    private static List<String> head(Scoring scoring, boolean withReasons) {
        List<String> head = new ArrayList<>(scoring.table.names());
        head.add("prediction");
        scoring.model.preprocessing().classNames().forEach(name -> head.add("probability of " + name));
        if (withReasons) {
            head.add("not scored because");
        }
        return head;
    }

    private static List<String> line(Scoring scoring, int row, List<String> prediction, Map<Integer, String> reasons) {
        List<String> cells = new ArrayList<>();
        for (Column column : scoring.table.columns()) {
            cells.add(row < column.size() ? column.text(row) : null);
        }
        int width = 1 + scoring.model.preprocessing().classNames().size();
        for (int i = 0; i < width; i++) {
            cells.add(prediction == null ? null : prediction.get(i));
        }
        if (!reasons.isEmpty()) {
            cells.add(reasons.get(row));
        }
        return cells;
    }

    private static List<List<String>> predictions(Scoring scoring) {
        List<List<String>> lines = new ArrayList<>();
        if (!scoring.classifies()) {
            for (double value : scoring.model.preprocessing().decode(scoring.raw, scoring.rows.inputs())) {
                lines.add(List.of(Double.toString(value)));
            }
            return lines;
        }
        List<String> names = scoring.model.preprocessing().classNames();
        ClassProbabilities probabilities = ClassProbabilities.of(scoring.raw, scoring.model.outputs(), scoring.model.model().loss());
        for (int row = 0; row < probabilities.rows(); row++) {
            List<String> cells = new ArrayList<>();
            cells.add(probabilities.predicted()[row] < 0 ? null : names.get(probabilities.predicted()[row]));
            for (int k = 0; k < names.size(); k++) {
                cells.add(Double.toString(probabilities.of(row, k)));
            }
            lines.add(cells);
        }
        return lines;
    }
}
