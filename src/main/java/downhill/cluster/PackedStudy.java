package downhill.cluster;

import downhill.data.DataSpec;
import downhill.data.prepare.Preparation;
import downhill.data.source.LoadedRows;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Chosen;
import downhill.study.JudgedRows;
import downhill.study.Judging;
import downhill.study.Lap;
import downhill.study.StudySettings;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What trials of a search have in common: the experiment with its rows, and by which of them trials are judged. */
final class PackedStudy implements Trainer {
    private static final long serialVersionUID = 1L;

    private final PackedExperiment experiment;
    private final TreeMap<String, String> chosen;
    private transient Judging judging;

    PackedStudy(PackedExperiment experiment, Chosen chosen) {
        this.experiment = experiment;
        this.chosen = new TreeMap<>(StudySettings.texts(chosen));
    }

    @Override
    public Lap lap(List<Experiment> races, int threads, Consumer<Serializable> news) {
        return judging().lap(races, RuleLibrary.complete(), threads);
    }

    /** Made once, for all threads. */
    private synchronized Judging judging() {
        if (judging == null) {
            Experiment base = experiment.experiment();
            LoadedRows rows = experiment.rows();
            DataSpec own = ((Problem.Learning) base.problem()).data();
            judging = JudgedRows.judging(StudySettings.chosen(chosen, word -> word), base, rows.imported().table(), rows.prepared().task(),
                    data -> data.equals(own) ? rows.prepared() : Preparation.prepare(rows.imported().table(), data));
        }
        return judging;
    }
}
