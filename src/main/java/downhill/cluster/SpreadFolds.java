package downhill.cluster;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.FoldLedger;
import downhill.analysis.score.FoldPart;
import downhill.analysis.score.FoldRun;
import downhill.analysis.score.Glance;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.FoldSpec;
import downhill.engine.Threads;
import downhill.race.document.Experiment;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A cross-validation whose folds are trained by workers, some at a time. What is told on its way and at its end is what
 * {@link downhill.analysis.score.CrossRun} tells, bit for bit. Those of the next parts are under way while one is waited for. Belongs to
 * one thread.
 */
public final class SpreadFolds implements FoldRun, AutoCloseable {
    /** After so many milliseconds it is asked again whether to go on. */
    private static final long PATIENCE = 50;

    private final Workforce workers;
    private final Experiment experiment;
    private final FoldLedger ledger;
    private final Shared<PackedFolds> common;
    private final BlockSize pace;
    private final List<FoldPart> parts;
    /** By part, look and fold within the part; null where it is not known yet. */
    private final List<ContenderAnswers>[][][] known;
    private int next;
    private Thread dealer;
    private volatile boolean unwanted;
    private RuntimeException failure;
    private int told;
    private int looks;

    /**
     * Brings what folds have in common to the workers.
     *
     * @param folder where a relative path of the data's file starts
     * @param rows   divided as {@code folds} says
     */
    @SuppressWarnings("unchecked") // an array of lists
    public SpreadFolds(Workforce workers, Experiment experiment, Path folder, FoldSpec folds, FoldedRows rows, ScoreMetric metric) {
        this.workers = workers;
        this.experiment = experiment;
        ledger = new FoldLedger(experiment, rows, metric);
        common = workers.share(new PackedFolds(PackedExperiment.of(experiment, folder), folds, metric));
        pace = new BlockSize(workers.slots());
        parts = FoldPart.of(experiment, rows);
        known = new List[parts.size()][][];
        for (int part = 0; part < parts.size(); part++) {
            known[part] = new List[parts.get(part).looks().size()][parts.get(part).width()];
            looks += known[part].length * parts.get(part).width();
        }
    }

    /** What giving work away has cost. */
    public BlockSize pace() {
        return pace;
    }

    @Override
    public FoldLedger ledger() {
        return ledger;
    }

    @Override
    public void advance(Progress progress, Consumer<Glance> glances) {
        if (dealer == null) {
            dealer = Threads.daemon("folds", this::deal);
            dealer.start();
        }
        FoldPart part = parts.get(next);
        for (int look = 0; look < part.looks().size(); look++) {
            List<ContenderAnswers> stand = together(awaited(next, look, progress));
            glances.accept(new Glance(part.looks().get(look), stand));
            if (look == part.looks().size() - 1) {
                ledger.keep(stand, part.width());
            }
        }
        next++;
    }

    private void deal() {
        try {
            for (int part = 0; part < parts.size() && !unwanted; part++) {
                int last = part;
                while (last + 1 < parts.size() && parts.get(last + 1).looks().equals(parts.get(part).looks())) {
                    last++;
                }
                deal(part, last);
                part = last;
            }
        } catch (RuntimeException why) {
            synchronized (this) {
                failure = why;
                notifyAll();
            }
        }
    }

    /** Parts that are looked at alike go in one deal: a block may have folds of two. */
    private void deal(int first, int last) {
        int from = parts.get(first).from();
        int count = parts.get(last).from() + parts.get(last).width() - from;
        new BlockDeal(workers, pace, count).all(new BlockDeal.Block<Integer>() {
            @Override
            public Work<Integer> work(int begin, int end) {
                return new FoldsWork(common, from + begin, from + end, new ArrayList<>(parts.get(first).looks()));
            }

            @Override
            public void said(int begin, int end, Serializable message) {
                FoldsWork.Look look = (FoldsWork.Look) message;
                keep(from + begin, from + end, look);
            }

            @Override
            public void done(int begin, int end, Integer result) {
                // All was said.
            }
        }, () -> !unwanted);
    }

    private synchronized void keep(int from, int to, FoldsWork.Look look) {
        for (int part = 0; part < parts.size(); part++) {
            FoldPart one = parts.get(part);
            for (int fold = Math.max(from, one.from()); fold < Math.min(to, one.from() + one.width()); fold++) {
                if (known[part][look.look()][fold - one.from()] == null) {
                    int index = fold;
                    known[part][look.look()][fold - one.from()] = look.answers().stream()
                            .map(each -> each.of(ledger.fold(index))).toList();
                    told++;
                }
            }
        }
        notifyAll();
    }

    private List<ContenderAnswers>[] awaited(int part, int look, Progress progress) {
        while (true) {
            if (progress.cancelled()) {
                close();
                throw new CancellationException("the folds are no longer wanted");
            }
            List<ContenderAnswers>[] found = found(part, look, progress);
            if (found != null) {
                return found;
            }
        }
    }

    private synchronized List<ContenderAnswers>[] found(int part, int look, Progress progress) {
        progress.done((double) told / looks);
        if (failure != null) {
            throw failure;
        }
        List<ContenderAnswers>[] found = known[part][look];
        for (List<ContenderAnswers> each : found) {
            if (each == null) {
                rest();
                return null;
            }
        }
        return found;
    }

    private void rest() {
        try {
            wait(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the folds are no longer wanted");
        }
    }

    /** In the order of the document, fold after fold. */
    private List<ContenderAnswers> together(List<ContenderAnswers>[] folds) {
        List<ContenderAnswers> all = new ArrayList<>();
        for (int i = 0; i < experiment.contenders().size(); i++) {
            List<HeldOut> runs = new ArrayList<>();
            for (List<ContenderAnswers> fold : folds) {
                runs.addAll(fold.get(i).runs());
            }
            all.add(new ContenderAnswers(experiment.contenders().get(i).id(), experiment.contenders().get(i).name(), runs));
        }
        return all;
    }

    /** Nothing more is wanted of it; what is under way ends soon. */
    @Override
    public void close() {
        unwanted = true;
    }
}
