package downhill.ui.screen.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.sweep.Phase;
import downhill.analysis.sweep.PhasePlot;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import org.junit.jupiter.api.Test;

class WorkshopModelTest {
    private static final FxExecutor NEVER = new FxExecutor(work -> { }, Runnable::run);

    private final Session session = new Session((document, prepared, from) -> {
        throw new IllegalStateException("no race here");
    }, NEVER, RuleLibrary.builtIn());
    private final WorkshopModel model = model();

    private WorkshopModel model() {
        session.open(Demo.experiment("Iris"), null, null);
        return new WorkshopModel(session);
    }

    @Test
    void aForkIsARuleOfItsOwnWithTheSameFormula() {
        for (downhill.optim.Rule original : model.builtIn()) {
            model.fork(original);
            assertThat(model.ruleProperty().get()).as(original.id()).isNotNull();
            assertThat(model.ruleProperty().get().id()).isEqualTo("my-" + original.id());
            assertThat(model.ruleProperty().get().update()).hasSameSizeAs(original.update());
        }
    }

    @Test
    void aFaultIsKnownByItsPlaceInTheText() {
        String good = model.textProperty().get();
        model.textProperty().set(good.replace("θ ← θ − η", "θ ← θ − wrong"));
        assertThat(model.ruleProperty().get()).isNull();
        assertThat(model.textProperty().get().substring(model.problemStart(), model.problemEnd())).isEqualTo("wrong");
        model.textProperty().set(good);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void aFaultOfTheWholeTextHasAPlaceToo() {
        model.textProperty().set("");
        assertThat(model.problemStart()).isZero();
        assertThat(model.problemEnd()).isZero();
    }

    @Test
    void racingItAddsAContenderThatBringsTheText() {
        int before = session.experiment().contenders().size();
        String id = model.race().orElseThrow();
        ContenderSpec added = session.experiment().contenders().get(before);
        assertThat(added.id()).isEqualTo(id);
        assertThat(added.ruleText()).isEqualTo(model.textProperty().get());
        assertThat(session.ruleOf(added).orElseThrow().name()).isEqualTo("My Adam");
        assertThat(session.selection().contenderProperty().get()).isEqualTo(id);
    }

    @Test
    void aTextThatIsNoRuleIsNotRaced() {
        model.textProperty().set("θ ←");
        assertThat(model.race()).isEmpty();
    }

    @Test
    void gradientDescentDivergesBeyondTwoAndConvergesBelowOne() throws Exception {
        model.fork(session.rules().byId("gradient-descent").orElseThrow());
        PhasePlot plot = model.plotting().run(new UiTask<>());
        for (int row = 0; row < plot.curvatures().length; row++) {
            for (int column = 0; column < plot.learningRates().length; column++) {
                double product = plot.curvatures()[row] * plot.learningRates()[column];
                Phase phase = plot.phases()[row][column];
                if (product > 2.1) {
                    assertThat(phase).isEqualTo(Phase.DIVERGES);
                } else if (product < 0.95 && product > 0.05) {
                    assertThat(phase).isEqualTo(Phase.CONVERGES);
                }
            }
        }
    }
}
