package downhill.cluster;

import downhill.data.DataSpec;
import downhill.data.prepare.Preparation;
import downhill.data.source.LoadedRows;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import downhill.study.map.MapAxis;
import downhill.study.map.MapRuns;
import downhill.study.space.SearchSpace;
import java.io.Serializable;
import java.util.List;

/** What all pixels of a map have in common: the experiment with its rows, both axes and the steps of a run. */
final class PackedMap implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PackedExperiment experiment;
    private final MapAxis across;
    private final MapAxis up;
    private final int steps;

    PackedMap(PackedExperiment experiment, MapAxis across, MapAxis up, int steps) {
        this.experiment = experiment;
        this.across = across;
        this.up = up;
        this.steps = steps;
    }

    /** For one thread. */
    MapRuns runs() {
        Experiment base = experiment.experiment();
        LoadedRows rows = experiment.rows();
        DataSpec own = ((Problem.Learning) base.problem()).data();
        Recipe recipe = new Recipe(base, InputShape.of(rows.prepared().inputShape()), new SearchSpace(List.of(across.knob(), up.knob())),
                RuleLibrary.complete(), text -> ScheduleReader.read(text, base.training().steps()));
        return new MapRuns(recipe, across, up, steps, data -> data.equals(own) ? rows.prepared()
                : Preparation.prepare(rows.imported().table(), data), RuleLibrary.complete());
    }
}
