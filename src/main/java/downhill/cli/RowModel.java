package downhill.cli;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.predict.RowScorer;
import downhill.data.Column;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.csv.CsvImport;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.SampleData;
import downhill.export.onnx.run.OnnxRun;
import downhill.export.onnx.run.OnnxScorer;
import downhill.export.onnx.run.UntoldSteps;
import downhill.model.TrainedEnsemble;
import downhill.store.OnnxStore;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What answers the rows of a file: trained models, or an ONNX file.
 *
 * @param scorers each for the thread that asks for it
 * @param told    what must be said about it, if anything
 */
record RowModel(Preprocessing preprocessing, Supplier<RowScorer> scorers, Optional<Said> told) {
    private static final int SHOWN = 12;
    /** Of what a file of ONNX begins with: its version follows. */
    private static final int FIRST_OF_ONNX = 8;

    /** Of trained models; how many answer as one is told. */
    static RowModel of(TrainedEnsemble model) {
        int count = model.members().size();
        List<String> names = model.members().stream().map(each -> each.model().name()).toList();
        return new RowModel(model.preprocessing(), () -> new EnsembleScorer(model),
                count == 1 ? Optional.empty() : Optional.of(Said.of("ensemble.told", count, String.join(", ", names))));
    }

    /**
     * Of a file.
     *
     * @param csv    rows that it will be asked
     * @param choice what is done otherwise than in training
     */
    static RowModel of(Path file, String csv, DialectOptions dialect, OnnxOptions untold, UnaryOperator<Preprocessing> choice) {
        if (!isOnnx(file)) {
            untold.refuse(file);
            return of(FileScoring.read(file).preparing(choice));
        }
        OnnxStore.Read read = OnnxStore.read(file);
        if (read.steps().isPresent()) {
            untold.refuse(file);
            Preprocessing steps = choice.apply(read.steps().get());
            return new RowModel(steps, () -> new OnnxScorer(read.run(), steps, true), Optional.empty());
        }
        try {
            List<String> columns = read.run().isTable() ? columns(csv, dialect) : List.of();
            Preprocessing steps = choice.apply(UntoldSteps.of(read.run(), columns, untold.target(), untold.classes()));
            return new RowModel(steps, () -> new OnnxScorer(read.run(), steps, false), Optional.of(told(file, read.run(), steps)));
        } catch (RefusedException e) {
            throw new InputException(Said.of("data.named", file, e.said()));
        }
    }

    private static Said told(Path file, OnnxRun run, Preprocessing steps) {
        List<Said> names = steps.features().stream().map(FeatureStep::column).limit(SHOWN).map(Said::plain).toList();
        return Said.of(run.isTable() ? "cli.onnx.table" : "cli.onnx.columns", file, steps.features().size(), Said.list(names));
    }

    private static boolean isOnnx(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(OnnxStore.ENDING) || !Files.isRegularFile(file)) {
            return Files.isRegularFile(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == FIRST_OF_ONNX;
        } catch (IOException unreadable) {
            return false; // is told by whoever reads it
        }
    }

    private static List<String> columns(String csv, DialectOptions dialect) {
        Path file = CsvArgument.file(csv);
        Table table = file != null ? CsvImport.preview(file, dialect.options(ImportOptions.DEFAULT), Map.of()).table()
                : sample(csv, CsvArgument.sample(csv).orElseThrow());
        return table.columns().stream().map(Column::name).toList();
    }

    private static Table sample(String name, SampleData sample) {
        try (InputStream in = sample.open()) {
            return CsvImport.read(in, name, ImportOptions.DEFAULT, Map.of(), Progress.NONE).table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
