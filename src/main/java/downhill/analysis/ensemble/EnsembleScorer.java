package downhill.analysis.ensemble;

import downhill.analysis.predict.RowScorer;
import downhill.analysis.predict.Scorer;
import downhill.analysis.predict.Scores;
import downhill.data.Table;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trained models that answer as one put to use: each prepares the rows of a table as its training rows were, and what they say is mixed by
 * their weights. Of one model alone it is what that one says. Belongs to the thread that made it.
 */
public final class EnsembleScorer implements RowScorer {
    private final double[] weights;
    private final List<Scorer> scorers = new ArrayList<>();

    /** @throws downhill.model.ModelException where a model does not fit its inputs */
    public EnsembleScorer(TrainedEnsemble ensemble) {
        weights = ensemble.members().stream().mapToDouble(TrainedEnsemble.Member::weight).toArray();
        try {
            for (TrainedEnsemble.Member member : ensemble.members()) {
                TrainedModel model = member.model();
                scorers.add(new Scorer(model.model(), model.preprocessing(), model.outputs(), model.parameters()));
            }
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    @Override
    public Scores score(Table table, int from, boolean last) {
        List<Scores> said = scorers.stream().map(each -> each.score(table, from, last)).toList();
        Scores first = said.get(0);
        if (said.size() == 1) {
            return first;
        }
        if (said.stream().anyMatch(each -> !Arrays.equals(each.rows().inputs().sourceRows(), first.rows().inputs().sourceRows()))) {
            throw new IllegalStateException("members of an ensemble score other rows");
        }
        if (first.probabilities() == null) {
            double[] values = Mixture.mean(said.stream().map(Scores::values).toList(), weights);
            return new Scores(first.rows(), first.classes(), null, values, first.actual(), first.preprocessing());
        }
        double[] values = Mixture.mean(said.stream().map(each -> each.probabilities().values()).toList(), weights);
        return new Scores(first.rows(), first.classes(), Mixture.probabilities(first.classes().size(), values), first.values(),
                first.actual(), first.preprocessing());
    }

    @Override
    public void close() {
        scorers.forEach(Scorer::close);
    }
}
