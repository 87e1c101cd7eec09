package downhill.cli;

import downhill.analysis.predict.Scorer;
import downhill.analysis.predict.Scores;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Preprocessing;
import downhill.data.Progress;
import downhill.data.csv.Block;
import downhill.data.csv.BlockListener;
import downhill.data.csv.CsvStream;
import downhill.data.csv.Problem;
import downhill.data.source.SampleData;
import downhill.store.ModelStore;
import downhill.store.TrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A model applied to a file piece by piece: read, prepared as the training rows were, and put through the model. */
final class Scoring {
    private final String csv;
    private final Preprocessing preprocessing;
    private final TrainedModel model;
    private final ImportOptions options;

    /** @param options how the file is written; a sample that comes with the program is read as it is */
    Scoring(Path modelFile, String csv, ImportOptions options) {
        this.options = options;
        this.model = ModelStore.read(modelFile);
        this.preprocessing = model.preprocessing();
        this.csv = csv;
    }

    /** What becomes of the pieces. */
    interface Receiver {
        /** The file is read from its start, perhaps for a second time. */
        void begin(List<String> columns) throws IOException;

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
        try (Scorer scorer = new Scorer(model.model(), preprocessing, model.outputs(), model.parameters())) {
            read(new Listener(scorer, receiver, notes), progress);
        }
    }

    private void read(BlockListener listener, Progress progress) throws IOException {
        Path file = CsvArgument.file(csv);
        if (file != null) {
            CsvStream.read(file, options, preprocessing.columns(), preprocessing.reach(), progress, listener);
            return;
        }
        SampleData sample = CsvArgument.sample(csv).orElseThrow();
        try (InputStream stream = sample.open()) {
            CsvStream.read(stream.readAllBytes(), csv, preprocessing.columns(), preprocessing.reach(), progress, listener);
        }
    }

    private final class Listener implements BlockListener {
        private final Scorer scorer;
        private final Receiver receiver;
        private final ScoringNotes notes;

        Listener(Scorer scorer, Receiver receiver, ScoringNotes notes) {
            this.scorer = scorer;
            this.receiver = receiver;
            this.notes = notes;
        }

        @Override
        public void begin(List<String> columns) throws IOException {
            try {
                preprocessing.checkColumns(columns);
            } catch (DataException e) {
                throw new DataException(csv + ": " + e.getMessage(), e);
            }
            notes.begin();
            receiver.begin(columns);
        }

        @Override
        public void rows(Block block) throws IOException {
            Scores scores = scorer.score(block.table(), block.first(), block.last());
            notes.scored(scores);
            receiver.scored(block, scores);
        }

        @Override
        public void problem(Problem problem) {
            notes.problem(problem);
        }
    }
}
