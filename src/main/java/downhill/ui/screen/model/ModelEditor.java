package downhill.ui.screen.model;

import downhill.data.prepare.Prepared;
import downhill.model.Family;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Setting;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The model as a form; the number of parameters follows each change. Applying it begins the race anew. */
public final class ModelEditor {
    private static final double WIDTH = 500;

    private final Session session;

    /** The form of {@code session}'s model. */
    public ModelEditor(Session session) {
        this.session = session;
    }

    /** Shows the form; without data that can be used it says that they come first. */
    public void open(Sheets sheets) {
        LoadedData data = session.dataProperty().get();
        boolean possible = data != null && data.isUsable() && session.experiment().problem() instanceof Problem.Learning;
        if (!possible) {
            sheets.open(Messages.binding("model.title"), WIDTH, new EmptyState("model.needsData", "model.needsData.how"));
            return;
        }
        open(sheets, data.prepared(), ((Problem.Learning) session.experiment().problem()).model());
    }

    private void open(Sheets sheets, Prepared prepared, ModelSpec start) {
        ModelEditorModel model = new ModelEditorModel(prepared, start);
        SizesForm sizes = new SizesForm(model);
        Label summary = Labels.styled(Labels.bound(Messages.following(() -> sizes.waitingProperty().get() ? "" : model.summary(),
                model.architectureProperty(),
                sizes.waitingProperty())), "strong");
        summary.setWrapText(true);
        Button apply = Buttons.primary("sheet.apply", () -> {
            sheets.close();
            session.end().unlessLost(document -> learning(document, model.spec()));
        });
        Runnable refresh = () -> apply.setDisable(!model.isValid());
        model.architectureProperty().addListener((source, old, now) -> refresh.run());
        VBox form = new VBox(8, Rows.field(Messages.binding("model.family"), family(model, sizes)), sizes.node(),
                loss(model), huberDelta(model), labelSmoothing(model), new ClassWeightsForm(model).node(),
                field(ModelSettings.INITIALIZER, model.initializerProperty().get().scheme(),
                        scheme -> model.initializerProperty().set(Initializer.of(scheme))),
                field(ModelSettings.DROPOUT, model.dropoutProperty().get(), model.dropoutProperty()::set), Rows.divider(), summary);
        sizes.rebuild();
        refresh.run();
        sheets.open(Messages.binding("model.title"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close), apply);
    }

    private static Experiment learning(Experiment document, ModelSpec model) {
        return document.withProblem(new Problem.Learning(((Problem.Learning) document.problem()).data(), model));
    }

    private static Choice<Family<?>> family(ModelEditorModel model, SizesForm sizes) {
        Choice<Family<?>> choice = new Choice<>(Messages.binding("model.family"), model.families(), family -> Spoken.text(family.label()));
        return choice.start(model.family(), value -> {
            model.choose(value);
            sizes.rebuild();
        });
    }

    private static <T> Node field(Setting<T> setting, T start, Consumer<T> then) {
        return following(setting, start, then).row();
    }

    private static <T> SettingField<T> following(Setting<T> setting, T start, Consumer<T> then) {
        SettingField<T> field = new SettingField<>(setting, start);
        return field.onChange(() -> then.accept(field.value()));
    }

    private static Node loss(ModelEditorModel model) {
        SettingField<Loss> field = following(ModelSettings.loss(model.task()), model.lossProperty().get(), model.lossProperty()::set);
        field.control().setDisable(Loss.fitting(model.task()).size() == 1);
        return field.row();
    }

    private static Node huberDelta(ModelEditorModel model) {
        Node row = field(ModelSettings.HUBER_DELTA, model.huberDeltaProperty().get(), model.huberDeltaProperty()::set);
        return thereWhile(model.lossProperty().isEqualTo(Loss.HUBER), row);
    }

    private static Node labelSmoothing(ModelEditorModel model) {
        Node row = field(ModelSettings.LABEL_SMOOTHING, model.labelSmoothingProperty().get(), model.labelSmoothingProperty()::set);
        return thereWhile(model.lossProperty().map(Loss::onLogits), row);
    }

    private static Node thereWhile(ObservableValue<Boolean> there, Node row) {
        row.visibleProperty().bind(there);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
