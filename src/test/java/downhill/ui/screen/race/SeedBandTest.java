package downhill.ui.screen.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.ui.chart.SeriesData;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import downhill.ui.session.MadeUpRace;
import downhill.ui.session.Session;
import org.junit.jupiter.api.Test;

/** Without the toolkit. */
class SeedBandTest {
    @Test
    void aContenderOfSeveralSeedsHasABandAndTheOthersHaveNone() {
        Session session = new Session((experiment, prepared, from) -> new MadeUpRace(experiment), FxExecutor.immediate(),
                RuleLibrary.builtIn());
        session.open(Edits.contender(Demo.experiment("Demo"), "c1", one -> one.withSeeds(3)), null, null);
        session.poll();
        session.race().step(20);
        session.poll();
        RaceModel model = new RaceModel(session, new CurveFeed(session));
        model.validationProperty().set(false);
        SeriesData first = model.series().get(0);
        assertThat(first.band()).isNotNull();
        assertThat(first.band().low().y(5)).isLessThan(first.points().y(5));
        assertThat(first.band().high().y(5)).isGreaterThan(first.points().y(5));
        assertThat(model.series().stream().skip(1)).allMatch(one -> one.band() == null);
        model.validationProperty().set(true);
        SeriesData second = model.series().get(0);
        assertThat(second.role()).isEqualTo(SeriesData.Role.SECOND);
        assertThat(second.band().low().y(5)).isLessThan(second.points().y(5));
        assertThat(second.band().high().y(5)).isGreaterThan(second.points().y(5));
        assertThat(model.series()).filteredOn(one -> one.band() != null).hasSize(2);
    }
}
