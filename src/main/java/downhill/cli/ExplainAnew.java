package downhill.cli;

import downhill.analysis.explain.anew.Anew;
import downhill.data.Progress;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.words.Said;
import java.util.Optional;

/** Makes ready what ways that train anew begin with. */
final class ExplainAnew {
    private ExplainAnew() {
    }

    /** @param repeats how often the rows are divided anew; those of a series are divided once */
    static Anew of(ExplainDocument document, String contender, ExplainOptions options, int repeats, Progress progress) {
        LoadedRows loaded = DataSources.rows(document.learning().data(), document.folder(), Progress.asking(() -> !progress.cancelled()));
        return Anew.of(document.experiment(), document.contender(contender), loaded.imported().table(), loaded.prepared(),
                options.choices().folds(), repeats, options.metric(loaded.prepared().task()));
    }

    /** Said where all rows have one target: nothing can be learned from any column then. */
    static Optional<Said> sameTarget(Anew anew) {
        String target = anew.prepared().targetName();
        int rows = anew.table().rows();
        return rows > 1 && anew.table().column(target).distinct() == 1 ? Optional.of(Said.of("explain.target.same", target, rows))
                : Optional.empty();
    }

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
