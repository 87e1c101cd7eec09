package downhill.ui.tune;

import downhill.cluster.BlockSize;
import downhill.cluster.Places;
import downhill.cluster.SpreadSearch;
import downhill.cluster.Workforce;
import downhill.setting.Chosen;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where trials are trained. A value; what it opens is asked off the FX thread.
 *
 * @param name as {@code --on} has it; null for this program
 */
public record TunePlace(String name) {
    /** This program. */
    public static final TunePlace HERE = new TunePlace(null);

    /**
     * How workers have done until now.
     *
     * @param slots  trained at a time
     * @param blocks that were done
     * @param around part of their time in which they waited, 0 to 1
     */
    public record Cost(int slots, int blocks, double around) {
    }

    /** Whether it is this program. */
    public boolean isHere() {
        return name == null;
    }

    /**
     * Gets ready to work there.
     *
     * @param go asked now and then
     * @throws java.util.concurrent.CancellationException where {@code go} said no
     * @throws downhill.words.RefusedException            of one sentence where that cannot be
     */
    public Workforce open(BooleanSupplier go) {
        return Places.open(name, go);
    }

    /** A search there that has its workers as long as it runs. */
    Spread spread(Recipe recipe, Path folder, Judging judging, Ledger ledger, Chosen chosen) {
        return new Spread(recipe, folder, judging, ledger, chosen);
    }

    /** Trials that are trained there. */
    final class Spread implements TuneSearch.Search {
        private final Recipe recipe;
        private final Path folder;
        private final Judging judging;
        private final Ledger ledger;
        private final Chosen chosen;
        private volatile BlockSize pace;
        private volatile int slots;

        private Spread(Recipe recipe, Path folder, Judging judging, Ledger ledger, Chosen chosen) {
            this.recipe = recipe;
            this.folder = folder;
            this.judging = judging;
            this.ledger = ledger;
            this.chosen = chosen;
        }

        @Override
        public boolean run(int most, BooleanSupplier go, Consumer<List<Trial>> watcher) {
            try (Workforce workers = open(go)) {
                SpreadSearch search = new SpreadSearch(workers, recipe, folder, judging, ledger, chosen);
                slots = workers.slots();
                pace = search.pace();
                return search.run(most, go, watcher);
            } catch (CancellationException stopped) { // before there were workers
                return false;
            }
        }

        /** Null before there are workers. */
        Cost cost() {
            BlockSize now = pace;
            return now == null ? null : new Cost(slots, now.blocks(), now.around());
        }
    }
}
