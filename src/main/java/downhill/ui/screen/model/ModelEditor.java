package downhill.ui.screen.model;

import downhill.data.prepare.Prepared;
import downhill.model.Family;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Problem;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The model as a form; the number of parameters follows each change. Applying it begins the race anew. */
public final class ModelEditor {
    private static final double WIDTH = 500;
    private static final double LEAST_DELTA = 1e-9;

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
        Label summary = Labels.plain("", "strong");
        summary.setWrapText(true);
        Button apply = Buttons.primary("sheet.apply", () -> {
            sheets.close();
            session.end().unlessLost(document -> document.withProblem(new Problem.Learning(((Problem.Learning) document.problem()).data(), model.spec())));
        });
        Runnable refresh = () -> {
            summary.setText(sizes.waitingProperty().get() ? "" : model.summary());
            apply.setDisable(!model.isValid());
        };
        model.architectureProperty().addListener((source, old, now) -> refresh.run());
        sizes.waitingProperty().addListener((source, old, now) -> refresh.run());
        VBox form = new VBox(8, Rows.field(Messages.binding("model.family"), family(model, sizes)), sizes.node(),
                Rows.field(Messages.binding("model.loss"), loss(model)),
                huberDelta(model), labelSmoothing(model), new ClassWeightsForm(model).node(), Rows.field(Messages.binding("model.initializer"), initializer(model)),
                Rows.field(Messages.binding("model.dropout"), dropout(model)), Rows.divider(), summary);
        sizes.rebuild();
        refresh.run();
        sheets.open(Messages.binding("model.title"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close), apply);
    }

    private static Choice<Family<?>> family(ModelEditorModel model, SizesForm sizes) {
        return new Choice<Family<?>>(Messages.binding("model.family"), model.families(), ModelWords::family).start(model.family(), value -> {
            model.choose(value);
            sizes.rebuild();
        });
    }

    private static Choice<Loss> loss(ModelEditorModel model) {
        Choice<Loss> choice = new Choice<Loss>(Messages.binding("model.loss"), model.losses(), ModelWords::loss).start(model.lossProperty().get(), model.lossProperty()::set);
        choice.setDisable(model.losses().size() == 1);
        return choice;
    }

    /** There while the loss is Huber's. */
    private static HBox huberDelta(ModelEditorModel model) {
        NumberField field = Whole.real(Messages.binding("model.huberDelta"), LEAST_DELTA, 1e9, model.huberDeltaProperty().get());
        field.valueProperty().addListener((source, old, now) -> model.huberDeltaProperty().set(now.doubleValue()));
        HBox row = Rows.field(Messages.binding("model.huberDelta"), field);
        row.visibleProperty().bind(model.lossProperty().isEqualTo(Loss.HUBER));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /** There while the loss tells classes apart. */
    private static HBox labelSmoothing(ModelEditorModel model) {
        NumberField field = Whole.real(Messages.binding("model.labelSmoothing"), 0, 0.99, model.labelSmoothingProperty().get());
        field.valueProperty().addListener((source, old, now) -> model.labelSmoothingProperty().set(now.doubleValue()));
        HBox row = Rows.field(Messages.binding("model.labelSmoothing"), field);
        row.visibleProperty().bind(model.lossProperty().map(Loss::onLogits));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Choice<Initializer.Scheme> initializer(ModelEditorModel model) {
        List<Initializer.Scheme> schemes = List.of(Initializer.Scheme.values());
        return new Choice<Initializer.Scheme>(Messages.binding("model.initializer"), schemes, ModelWords::initializer)
                .start(model.initializerProperty().get().scheme(), scheme -> model.initializerProperty().set(Initializer.of(scheme)));
    }

    private static NumberField dropout(ModelEditorModel model) {
        NumberField field = Whole.real(Messages.binding("model.dropout"), 0, 0.95, model.dropoutProperty().get());
        field.valueProperty().addListener((source, old, now) -> model.dropoutProperty().set(now.doubleValue()));
        return field;
    }
}
