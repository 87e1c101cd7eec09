package downhill.cli;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.analysis.predict.Evaluation;
import downhill.data.Preprocessing;
import downhill.store.JsonOutput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a trained model on labelled rows. */
@Command(name = "evaluate", description = "Measure a trained model on a CSV file that holds the target.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A trained model (*.downhill-model).")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "CSV", description = "Rows with features and target.")
    private String csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Job job = new Job("Scoring", spec)) {
            Scoring scoring = new Scoring(modelFile, csv, job);
            Map<String, Object> measures = measures(scoring);
            job.quiet();
            scoring.complain(spec.commandLine().getErr());
            print(measures);
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> measures(Scoring scoring) {
        Preprocessing preprocessing = scoring.model.preprocessing();
        Evaluation evaluation = Evaluation.of(scoring.raw, scoring.model.outputs(), scoring.rows.inputs(), preprocessing,
                scoring.model.model().loss());
        Metrics metrics = evaluation.metrics();
        if (metrics.rows() == 0) {
            throw new InputException(csv + " has no row with a known value of the target \"" + preprocessing.target().column()
                    + "\"; predict scores rows without one.");
        }
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("rows", metrics.rows());
        measures.put("unlabelled", evaluation.unlabelled());
        measures.put("notScored", scoring.rows.unscored().size());
        if (metrics instanceof ClassificationMetrics classes) {
            measures.put("accuracy", classes.accuracy());
            measures.put("balancedAccuracy", classes.balancedAccuracy());
            measures.put("macroF1", classes.macroF1());
            measures.put("logLoss", classes.logLoss());
            measures.put("rocAuc", classes.macroAuc());
        } else if (metrics instanceof RegressionMetrics numbers) {
            measures.put("mse", numbers.mse());
            measures.put("rmse", numbers.rmse());
            measures.put("mae", numbers.mae());
            measures.put("r2", numbers.r2());
        }
        return measures;
    }

    private void print(Map<String, Object> measures) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonOutput.ordered(measures));
            return;
        }
        measures.forEach((name, value) -> out.println(String.format(Locale.ROOT, "%-18s", name)
                + (value instanceof Double number ? String.format(Locale.ROOT, "%.6g", number) : value)));
    }
}
