package downhill.ui.screen.deploy;

import downhill.data.prepare.Preprocessing;
import downhill.export.ExportFormat;
import downhill.export.StoredRow;
import downhill.export.StoredRows;
import downhill.export.notebook.RaceNotebook;
import downhill.export.notebook.RecordedLosses;
import downhill.export.torch.TorchOptimizer;
import downhill.export.torch.TorchScript;
import downhill.export.torch.TorchStanding;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.race.Racing;
import downhill.store.AtomicFiles;
import downhill.store.ExportProof;
import downhill.store.ExportStore;
import downhill.store.FileKind;
import downhill.store.ModelStore;
import downhill.store.NotebookStore;
import downhill.store.Outputs;
import downhill.words.RefusedException;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Takes a form of a model away: off the FX thread, with all that is needed taken from the window before.
 *
 * @param base  of which it is a form
 * @param form  itself
 * @param race  of the contender
 * @param now   whether the form is the contender where it stands, so that its rule goes on with what it remembers
 * @param words of the language of what is written for people
 */
record AwayWork(Base base, Form form, Racing race, boolean now, Words words) {
    /** So many of the rows that judge are tried until enough have an answer. */
    private static final int TRIED = 10 * StoredRows.COUNT;
    /** Cells of a table whose notebook is made to count its bytes. */
    private static final long COUNTED = 1_000_000;

    /** What each kind would be like. */
    List<AwayDraft> drafts() {
        List<StoredRow> rows = rows(ensemble());
        return Arrays.stream(AwayKind.values()).map(kind -> draft(kind, rows)).toList();
    }

    private AwayDraft draft(AwayKind kind, List<StoredRow> rows) {
        try {
            return switch (kind) {
                case MODEL -> new AwayDraft(kind, form.bytes(), Said.NOTHING, List.of());
                case NOTEBOOK -> notebookDraft();
                case RULE -> new AwayDraft(kind, rule().length, Said.NOTHING, List.of());
                default -> new AwayDraft(kind, ExportStore.content(kind.format().orElseThrow(), ensemble(), rows, "Model").length,
                        Said.NOTHING, lacks(kind));
            };
        } catch (RefusedException refused) {
            return new AwayDraft(kind, -1, refused.said(), List.of());
        }
    }

    /** Of a large table it is written when it is saved: all rows stand in it. */
    private AwayDraft notebookDraft() {
        List<Said> lacks = RaceNotebook.lacks(base.experiment(), base.prepared(), new RecordedLosses(race));
        boolean small = (long) base.table().rows() * base.table().columns().size() <= COUNTED;
        return new AwayDraft(AwayKind.NOTEBOOK, small ? notebook().length : -1, Said.NOTHING, lacks);
    }

    private List<Said> lacks(AwayKind kind) {
        boolean whole = form.model().model().quantisation() == null;
        double bound = kind.format().orElseThrow().bound(ensemble());
        if (kind == AwayKind.ONNX && bound > ExportFormat.ONNX.bound()) {
            return List.of(Said.of("export.steps", bound));
        }
        if (kind != AwayKind.PYTORCH) {
            return List.of();
        }
        return whole ? TorchStanding.told(base.experiment(), base.contender()) : List.of(Said.of("export.torch.still"));
    }

    /** Writes a file, whole or not at all, and asks it its rows. */
    AwayProof written(AwayKind kind, Path file, BooleanSupplier unwanted) throws IOException {
        FileKind takes = kind == AwayKind.MODEL ? FileKind.ZIP : FileKind.EXPORT;
        new Outputs().writing(file.getFileName().toString(), file, takes).check();
        if (!kind.isProved()) {
            write(file, kind == AwayKind.RULE ? rule() : notebook());
            return new AwayProof(file, 0, null);
        }
        if (kind == AwayKind.MODEL) {
            return model(file);
        }
        Optional<TorchStanding> standing = kind == AwayKind.PYTORCH && now && form.model().model().quantisation() == null
                ? TorchStanding.of(race, base.experiment(), base.prepared(), base.contender()) : Optional.empty();
        TrainedEnsemble model = standing.map(each -> TrainedEnsemble.of(each.model())).orElse(ensemble());
        List<StoredRow> rows = rows(model);
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        ExportFormat format = kind.format().orElseThrow();
        write(file, standing.map(each -> TorchScript.of(model, rows, each.stands()).getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> ExportStore.content(format, model, rows, name)));
        return new AwayProof(file, rows.size(), ExportProof.of(format, format.bound(model), file, rows, unwanted));
    }

    private AwayProof model(Path file) {
        TrainedModel model = form.wish() == null ? base.measured() : form.model();
        ModelStore.write(file, model);
        List<StoredRow> rows = rows(TrainedEnsemble.of(model));
        double difference = ExportProof.difference(rows, rows(ModelStore.readAny(file)));
        return new AwayProof(file, rows.size(), ExportProof.measured(Said.of("export.by.downhill"), difference, 0));
    }

    private static void write(Path file, byte[] content) {
        AtomicFiles.write(file, part -> Files.write(part, content), false);
    }

    private TrainedEnsemble ensemble() {
        return TrainedEnsemble.of(form.model());
    }

    private byte[] rule() {
        return TorchOptimizer.script(TorchStanding.rule(base.contender())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] notebook() {
        return NotebookStore.content(RaceNotebook.of(base.experiment(), base.prepared(), base.table(), new RecordedLosses(race), words));
    }

    /** Rows that judge, with the model's answers; of a series those that lead to them, too. */
    private List<StoredRow> rows(TrainedEnsemble model) {
        int[] judging = base.judging().sourceRows();
        Preprocessing steps = base.prepared().preprocessing();
        if (steps.sequence() == null) {
            return StoredRows.of(model, base.table().inOrder(Arrays.copyOf(judging, Math.min(TRIED, judging.length))));
        }
        int first = Math.max(0, Arrays.stream(judging).min().orElse(0) - steps.reach());
        int last = Math.min(base.table().rows(), first + steps.reach() + TRIED);
        return StoredRows.of(model, base.table().inOrder(IntStream.range(first, last).toArray()));
    }
}
