package downhill.cli;

import downhill.analysis.predict.RowScorer;
import downhill.analysis.predict.Scores;
import downhill.data.DataException;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Reading;
import downhill.data.Table;
import downhill.data.Wanted;
import downhill.data.csv.Block;
import downhill.data.csv.BlockListener;
import downhill.data.csv.CsvStream;
import downhill.data.csv.ImportProblem;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.RowOrder;
import downhill.data.source.SampleData;
import downhill.model.TrainedEnsemble;
import downhill.store.ModelStore;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model applied to a file piece by piece: read, prepared as the training rows were, and put through the model. */
final class FileScoring {
    private static final int PIECE = 2048;

    private final String csv;
    private final Preprocessing preprocessing;
    private final RowModel model;
    private final ImportOptions options;
    private final Wanted wanted;

    /** @param withTarget whether the target is of use */
    FileScoring(TrainedEnsemble model, String csv, DialectOptions dialect, boolean withTarget) {
        this(RowModel.of(model), csv, dialect, withTarget);
    }

    /**
     * The same with all that is said about reading.
     *
     * @param options as by {@link #options}
     */
    FileScoring(RowModel model, String csv, ImportOptions options, boolean withTarget) {
        this.model = model;
        this.preprocessing = model.preprocessing();
        this.wanted = preprocessing.wanted(withTarget);
        this.options = options;
        this.csv = csv;
    }

    /**
     * @param dialect    what was said about how the file is written; the rest is as the model's training file was read
     * @param withTarget whether the target is of use
     */
    FileScoring(RowModel model, String csv, DialectOptions dialect, boolean withTarget) {
        this(model, csv, options(model.preprocessing().reading(), dialect), withTarget);
    }

    /** The model of a file. */
    static TrainedEnsemble read(Path file) {
        return finite(ModelStore.readAny(file), file);
    }

    /** The model, if it can say anything at all. */
    static TrainedEnsemble finite(TrainedEnsemble model, Path file) {
        long lost = model.members().stream().flatMapToDouble(each -> Arrays.stream(each.model().parameters()))
                .filter(each -> !Double.isFinite(each)).count();
        if (lost > 0) {
            throw new InputException(Said.of("cli.model.lost", file, lost, model.size()));
        }
        return model;
    }

    /** What must be said about the model, if anything. */
    Optional<Said> told() {
        return model.told();
    }

    /** What was said about how a file is written; the rest is as the model's training file was read. */
    static ImportOptions options(Reading reading, DialectOptions dialect) {
        if (reading == null) {
            return dialect.options(ImportOptions.DEFAULT);
        }
        ImportOptions options = dialect.options(reading.options());
        DialectChoice said = options.said();
        return said.header() == null ? options.withDialect(said.withHeader(reading.header())) : options;
    }

    /** What becomes of the pieces. */
    interface Receiver {
        /**
         * The file is read from its start, perhaps for a second time.
         *
         * @param found what the file calls the columns of training that it has
         */
        void begin(List<String> columns, Map<String, String> found) throws IOException;

        void scored(Block block, Scores scores) throws IOException;
    }

    Preprocessing preprocessing() {
        return preprocessing;
    }

    /**
     * Reads and scores the file.
     *
     * @param notes told what was not taken as it stands, what could not be scored, and what the model does not know
     */
    void run(Receiver receiver, ScoringNotes notes, Progress progress) throws IOException {
        try (RowScorer scorer = model.scorers().get()) {
            try {
                read(new Listener(scorer, receiver, notes, false), preprocessing.reach(), progress);
            } catch (OutOfOrder once) {
                read(new Listener(scorer, receiver, notes, true), CsvStream.WHOLE, progress);
            }
        }
    }

    /**
     * A file in memory.
     *
     * @param table rows in the order that training had
     * @param rows  which row of the file, from 0, each is
     */
    record Whole(Table table, int[] rows) {
    }

    /** Reads the file and scores nothing. */
    Whole whole(ScoringNotes notes, Progress progress) throws IOException {
        Gathering all = new Gathering(notes);
        read(all, CsvStream.WHOLE, progress);
        return all.whole;
    }

    private void read(BlockListener listener, int repeated, Progress progress) throws IOException {
        Path file = CsvArgument.file(csv);
        if (file != null) {
            ReadAhead.read(ahead -> CsvStream.read(file, options, wanted, repeated, progress, ahead), listener);
            return;
        }
        SampleData sample = CsvArgument.sample(csv).orElseThrow();
        try (InputStream stream = sample.open()) {
            CsvStream.read(stream.readAllBytes(), csv, ImportOptions.DEFAULT, wanted, repeated, progress, listener);
        }
    }

    private void checked(ScoringNotes notes, List<String> columns, Map<String, String> found) throws IOException {
        try {
            preprocessing.checkColumns(found.keySet(), columns);
        } catch (DataException e) {
            throw new DataException(Said.of("data.named", csv, e.said()), e);
        }
        notes.begin(preprocessing, found);
        RowOrder.absence(preprocessing, found.keySet()).ifPresent(notes::remark);
    }

    /** Takes all rows, in the order of training. */
    private final class Gathering implements BlockListener {
        private final ScoringNotes notes;
        private Whole whole;

        Gathering(ScoringNotes notes) {
            this.notes = notes;
        }

        @Override
        public void begin(List<String> columns, Map<String, String> found) throws IOException {
            checked(notes, columns, found);
        }

        @Override
        public void rows(Block block) {
            notes.read(block);
            RowOrder order = RowOrder.of(block.table(), preprocessing);
            if (!order.remark().isEmpty()) {
                notes.remark(order.remark());
            }
            whole = new Whole(block.table().inOrder(order.rows()), order.rows());
        }

        @Override
        public void problem(ImportProblem problem) {
            notes.problem(problem);
        }

        @Override
        public void remark(Said sentence) {
            notes.remark(sentence);
        }
    }

    /** The rows of a time series are not in the order of training, so they have to be seen all at once. */
    private static final class OutOfOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OutOfOrder() {
            super(null, null, false, false);
        }
    }

    private final class Listener implements BlockListener {
        private final RowScorer scorer;
        private final Receiver receiver;
        private final ScoringNotes notes;
        private final boolean whole;

        Listener(RowScorer scorer, Receiver receiver, ScoringNotes notes, boolean whole) {
            this.whole = whole;
            this.scorer = scorer;
            this.receiver = receiver;
            this.notes = notes;
        }

        @Override
        public void begin(List<String> columns, Map<String, String> found) throws IOException {
            checked(notes, columns, found);
            receiver.begin(columns, found);
        }

        @Override
        public void rows(Block block) throws IOException {
            if (whole) {
                arranged(block);
            } else if (RowOrder.isKept(block.table(), preprocessing)) {
                piece(block);
            } else {
                throw new OutOfOrder();
            }
        }

        private void piece(Block block) throws IOException {
            notes.read(block);
            Scores scores = scored(block);
            notes.scored(block.table(), scores);
            receiver.scored(block, scores);
        }

        private void arranged(Block block) throws IOException {
            RowOrder order = RowOrder.of(block.table(), preprocessing);
            if (!order.remark().isEmpty()) {
                notes.remark(order.remark());
            }
            int[] rows = order.rows();
            for (int from = 0; from < rows.length; from += PIECE) {
                piece(block.piece(rows, from, Math.min(rows.length, from + PIECE), preprocessing.reach()));
            }
        }

        /** What is wrong with a row is wrong with the file. */
        private Scores scored(Block block) {
            try {
                return scorer.score(block.table(), block.first(), block.last());
            } catch (DataException e) {
                throw new DataException(Said.of("data.named", csv, e.said()), e);
            }
        }

        @Override
        public void problem(ImportProblem problem) {
            notes.problem(problem);
        }

        @Override
        public void remark(Said sentence) {
            notes.remark(sentence);
        }
    }
}
