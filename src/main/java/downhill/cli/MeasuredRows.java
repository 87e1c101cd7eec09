package downhill.cli;

import downhill.analysis.predict.Judgement;
import downhill.analysis.predict.Scores;
import downhill.data.Column;
import downhill.data.csv.Block;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.PrintWriter;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes in scores of a file, once it is known to hold the target. */
final class MeasuredRows implements FileScoring.Receiver, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMES = 8;

    private final String csv;
    private final Preprocessing preprocessing;
    private final String weight;
    private final Map<String, Long> unknown = new TreeMap<>();
    private Judgement judgement;
    private long ofUnknown;

    /** @param weight column of weights that was asked for, or null */
    MeasuredRows(String csv, Preprocessing preprocessing, String weight) {
        this.csv = csv;
        this.preprocessing = preprocessing;
        this.weight = weight;
    }

    @Override
    public void begin(List<String> columns, Map<String, String> found) {
        String target = preprocessing.target().column();
        if (!found.containsKey(target)) {
            throw new InputException(Said.of("cli.target.absent", csv, target));
        }
        if (weight != null && !found.containsKey(weight)) {
            throw new InputException(Said.of("cli.weights.absent", csv, weight));
        }
        judgement = new Judgement(preprocessing.classNames().size());
        unknown.clear();
        ofUnknown = 0;
    }

    @Override
    public void scored(Block block, Scores scores) {
        judgement.add(scores, block.table().rows());
        if (preprocessing.task().isClassification()) {
            Column target = block.table().column(preprocessing.target().column());
            for (int i = 0; i < scores.count() && scores.row(i) < block.table().rows(); i++) {
                note(target.text(scores.row(i)), scores.actual()[i]);
            }
        }
    }

    private void note(String label, double actual) {
        if (label != null && Double.isNaN(actual)) {
            ofUnknown++;
            if (unknown.size() < MOST_NAMES || unknown.containsKey(label)) {
                unknown.merge(label, 1L, Long::sum);
            }
        }
    }

    /** Takes in those of the file that follows. */
    void add(MeasuredRows other) {
        judgement.add(other.judgement);
        ofUnknown += other.ofUnknown;
        other.unknown.forEach((label, count) -> {
            if (unknown.size() < MOST_NAMES || unknown.containsKey(label)) {
                unknown.merge(label, count, Long::sum);
            }
        });
    }

    Judgement judgement() {
        return judgement;
    }

    /** A class that did not occur in training is no missing value, and the model can only be wrong about it. */
    void print(PrintWriter err) {
        if (ofUnknown > 0) {
            err.println(Said.of(ofUnknown == 1 ? "cli.class.unknown.one" : "cli.class.unknown", ofUnknown,
                    ScoringNotes.counted(unknown) + (unknown.size() == MOST_NAMES ? ", …" : "")));
        }
    }
}
