package downhill.cli;

import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.data.split.FoldSpec;
import downhill.race.document.Experiment;
import java.util.List;

/**
 * What ways that train anew have in common.
 *
 * @param experiment of one contender
 * @param table      all rows of the document
 * @param rows       in folds, by the usual seed of its split; of a series one after another
 * @param columns    of the file that are learned from, in the order of training; the target's own past in a series is not among them
 */
record ExplainAnew(Experiment experiment, Table table, Prepared prepared, FoldedRows rows, List<String> columns, ScoreMetric metric) {
    /** @param repeats how often the rows are divided anew; those of a series are divided once */
    static ExplainAnew of(ExplainDocument document, String contender, ExplainOptions options, int repeats, Progress progress) {
        Experiment alone = document.experiment().withContenders(List.of(document.contender(contender)));
        LoadedRows loaded = DataSources.rows(document.learning().data(), document.folder(), Progress.asking(() -> !progress.cancelled()));
        Table table = loaded.imported().table();
        Prepared prepared = loaded.prepared();
        int folds = options.choices().folds();
        boolean series = document.learning().data().sequence() != null;
        FoldedRows rows = FoldedRows.of(table, document.learning().data(), series ? FoldSpec.rolling(folds)
                : new FoldSpec(folds, repeats, null, false));
        List<String> columns = prepared.preprocessing().asked().stream().map(step -> step.column()).distinct()
                .filter(column -> !column.equals(prepared.targetName())).toList();
        return new ExplainAnew(alone, table, prepared, rows, columns, options.metric(prepared.task()));
    }

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
