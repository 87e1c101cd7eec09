package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.source.SampleData;
import downhill.model.LossOptions;
import downhill.race.document.Problem;
import downhill.ui.control.NumberField;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.words.Said;
import java.util.Set;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** Editors used as a person would. */
class EditorsTest extends FxTest {
    @Test
    void seedsChosenInTheEditorBecomeABandAndATableBecomesASeries() {
        OpenWindow open = new OpenWindow(1440, 900);
        try {
            open.open(Demo.experiment("Iris: which optimizer gets there first?"));
            await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
            runFx(() -> {
                open.session.selection().contenderProperty().set("c1");
                open.window.parts().contenders().edit();
            });
            nextFrame();
            runFx(() -> {
                field(open, "contender.seeds").valueProperty().set(3);
                button(open, "sheet.apply").fire();
            });
            assertThat(onFx(() -> open.session.experiment().contenders().get(0).seeds())).isEqualTo(3);
            await("the race is there again", () -> open.session.race().isOpen());
            runFx(() -> open.session.race().step(412));
            await("it has stepped", () -> open.session.snapshotProperty().get().step() == 412);
            open.write("band-light", Theme.LIGHT, 1440, 900);
            open.write("band-dark", Theme.DARK, 1100, 700);
            runFx(() -> {
                open.window.showData();
                open.window.parts().data().preview(SampleData.of("sunspots").spec());
            });
            await("the series is read", () -> open.window.parts().data().shown().spec().sequence() != null);
            nextFrame();
            runFx(() -> field(open, "data.sequence.window").valueProperty().set(5));
            await("windows are five rows", () -> open.window.parts().data().shown().prepared().inputShape()[0] == 5);
            open.write("data-series", Theme.LIGHT, 1440, 900);
        } finally {
            open.close();
        }
    }

    /** A classification asks for smoothing, not for a δ. */
    @Test
    void whatALossIsGivenIsChosenWithTheModel() {
        OpenWindow open = new OpenWindow(1440, 900);
        try {
            open.open(Demo.experiment("Iris: which optimizer gets there first?"));
            await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
            runFx(() -> open.window.parts().editModel());
            nextFrame();
            assertThat(onFx(() -> field(open, "model.lossOptions.huberDelta").getParent().getParent().isVisible())).isFalse();
            assertThat(onFx(() -> field(open, "model.lossOptions.labelSmoothing").getParent().getParent().isVisible())).isTrue();
            runFx(() -> {
                field(open, "model.lossOptions.labelSmoothing").valueProperty().set(0.1);
                button(open, "sheet.apply").fire();
            });
            Problem.Learning learning = onFx(() -> (Problem.Learning) open.session.experiment().problem());
            assertThat(learning.model().lossOptions()).isEqualTo(new LossOptions(1, 0.1));
        } finally {
            open.close();
        }
    }

    private static NumberField field(OpenWindow open, String key) {
        return open.window.scene().getRoot().lookupAll(".number").stream().filter(node -> node instanceof NumberField)
                .map(node -> (NumberField) node).filter(one -> Set.of(Messages.text(key), Spoken.text(Said.of(key)))
                        .contains(one.getAccessibleText())).findFirst().orElseThrow();
    }

    private static Button button(OpenWindow open, String key) {
        return open.window.scene().getRoot().lookupAll(".button").stream().filter(node -> node instanceof Button)
                .map(node -> (Button) node).filter(one -> Messages.text(key).equals(one.getText())).findFirst().orElseThrow();
    }
}
