package downhill.ui.fit;

import downhill.analysis.fit.Season;
import downhill.data.DataSource;
import downhill.data.prepare.Prepared;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.race.Targets;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.session.LoadedData;
import java.util.Optional;

/**
 * The model and the data that are looked at.
 *
 * @param prepared  rows as the model takes them
 * @param model     its parameters apart
 * @param precision of the race
 * @param season    rows in a season where the data set is a known one, else 0
 */
public record FitSite(Prepared prepared, ModelSpec model, Precision precision, int season) {

    /** Of the open experiment; empty for a surface and while its data are not there. */
    public static Optional<FitSite> of(Experiment document, LoadedData data) {
        if (document == null || data == null || !data.isUsable() || !(document.problem() instanceof Problem.Learning learning)
                || !data.spec().equals(learning.data())) {
            return Optional.empty();
        }
        int season = learning.data().source() instanceof DataSource.Sample sample ? SampleData.of(sample.name()).season() : 0;
        return Optional.of(new FitSite(data.prepared(), learning.model(), document.precision(), season));
    }

    /** Shape of an example. */
    public InputShape shape() {
        return Targets.shape(prepared);
    }

    /** Numbers a row that the model gives. */
    public int outputs() {
        return Targets.outputs(prepared, model);
    }

    /** Rows in a season of a time series: the known one, else what the training rows tell; 0 for none. */
    public int seasonOrGuess() {
        return season > 0 ? season : Season.of(prepared.training().targets()) * prepared.preprocessing().sequence().stride();
    }

    /** Whether the model is of time series. */
    public boolean isSeries() {
        return prepared.preprocessing().sequence() != null;
    }

    /** Whether examples are images. */
    public boolean isOfImages() {
        return prepared.preprocessing().image() != null;
    }

    /** Whether both are the same model on the very same rows. */
    public boolean sameAs(FitSite other) {
        return other != null && prepared == other.prepared && model.equals(other.model) && precision == other.precision;
    }
}
