package downhill.cluster;

import downhill.store.ExperimentStore;
import downhill.study.automl.FinalRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the best trials of AutoML, trained once more.
 *
 * @param common    what all have in common
 * @param documents one for each
 */
record FinalWork(Shared<PackedAuto> common, ArrayList<String> documents) implements Work<ArrayList<FinalRun>> {
    @Override
    public ArrayList<FinalRun> done(Workplace place) {
        List<FinalRun> runs = documents.stream().map(text -> FinalRun.of(common.get().course().withThreads(place.threads()),
                ExperimentStore.read(text, "final", Path.of("")).experiment(), place::wanted)).toList();
        return new ArrayList<>(runs);
    }
}
