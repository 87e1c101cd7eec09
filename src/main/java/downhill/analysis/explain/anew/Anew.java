package downhill.analysis.explain.anew;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.MadeColumn;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.split.FoldSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/**
 * What ways to explain that train anew have in common: one contender, and the rows of its document in folds.
 *
 * @param experiment of one contender
 * @param table      all rows of the document
 * @param prepared   of the race
 * @param rows       in folds, by the usual seed of its split; of a series one after another
 * @param columns    of the file that are learned from, in the order of training; the target's own past in a series is not among them
 * @param metric     by which rows held out are judged
 */
public record Anew(Experiment experiment, Table table, Prepared prepared, FoldedRows rows, List<String> columns, ScoreMetric metric) {
    /** Folds, unless told otherwise. */
    public static final int FOLDS = 5;
    /** How often the rows are divided where columns made of others are tried. */
    public static final int REPEATS = 2;

    public Anew {
        columns = List.copyOf(columns);
    }

    /**
     * Divides the rows.
     *
     * @param experiment that learns from data
     * @param repeats    how often the rows are divided anew; those of a series are divided once
     * @throws downhill.data.DataException where they cannot be divided so
     */
    public static Anew of(Experiment experiment, ContenderSpec contender, Table table, Prepared prepared, int folds, int repeats,
                          ScoreMetric metric) {
        DataSpec data = data(experiment);
        FoldedRows rows = FoldedRows.of(table, data, data.sequence() != null ? FoldSpec.rolling(folds)
                : new FoldSpec(folds, repeats, null, false));
        return new Anew(experiment.withContenders(List.of(contender)), table, prepared, rows, columns(prepared), metric);
    }

    /** Columns of the file that are learned from, in the order of training; the target's own past in a series is not among them. */
    public static List<String> columns(Prepared prepared) {
        return prepared.preprocessing().asked().stream().map(step -> step.column()).distinct()
                .filter(column -> !column.equals(prepared.targetName())).toList();
    }

    private static DataSpec data(Experiment experiment) {
        return ((Problem.Learning) experiment.problem()).data();
    }

    /**
     * What each of some columns is worth to a contender that learns without it.
     *
     * @throws RefusedException of one sentence where there is nothing to leave out, or it would take too long
     */
    public DropColumn.Dropped dropped(List<String> some, RuleLibrary library, int threads, Progress progress) {
        return DropColumn.of(experiment, table, rows, some, metric, library, threads, progress);
    }

    /** @throws RefusedException of one sentence where no column can be left out */
    public void requireColumns() {
        if (prepared.preprocessing().image() != null) {
            throw new RefusedException(Said.of("explain.drop.image"));
        }
        if (columns.isEmpty()) {
            throw new RefusedException(Said.of("explain.drop.past"));
        }
        if (columns.size() < 2 && data(experiment).sequence() == null) {
            throw new RefusedException(Said.of("explain.drop.one", columns.get(0)));
        }
    }

    /**
     * Columns made of others, tried.
     *
     * @throws RefusedException of one sentence where there is nothing to suggest, or it would take too long
     */
    public FeatureTrials tried(RuleLibrary library, int threads, Progress progress) {
        List<List<MadeColumn>> suggestions = Suggestions.of(table, prepared);
        if (suggestions.isEmpty()) {
            throw new RefusedException(Said.of("explain.features.nothing"));
        }
        return FeatureTrials.of(experiment, table, rows, suggestions, metric, library, threads, progress);
    }

    /** How often is trained to leave out each column, one after another. */
    public long trainings() {
        return DropColumn.trainings(experiment, rows, columns.size());
    }

    /** An experiment whose preparation makes some columns more; those it makes already are not made twice. */
    public static Experiment with(Experiment experiment, List<MadeColumn> kept) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        List<MadeColumn> all = new ArrayList<>(learning.data().madeColumns());
        kept.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return experiment.withProblem(new Problem.Learning(learning.data().withMade(all), learning.model()));
    }

    /** An experiment whose preparation makes all columns that it made but one. */
    public static Experiment without(Experiment experiment, MadeColumn one) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        List<MadeColumn> all = learning.data().madeColumns().stream().filter(each -> !each.equals(one)).toList();
        return experiment.withProblem(new Problem.Learning(learning.data().withMade(all), learning.model()));
    }
}
