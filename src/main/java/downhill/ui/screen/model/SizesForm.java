package downhill.ui.screen.model;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Convolution;
import downhill.ui.control.Checked;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Choice;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The fields of one kind of model: its sizes. */
final class SizesForm {
    private static final double MOST = 4096;

    private final ModelEditorModel model;
    private final VBox rows = new VBox(8);
    private final List<Checked> fields = new ArrayList<>();
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");

    SizesForm(ModelEditorModel model) {
        this.model = model;
    }

    VBox node() {
        return rows;
    }

    /** Shows the fields of the kind chosen now. */
    void rebuild() {
        rows.getChildren().clear();
        fields.clear();
        waits();
        Architecture shown = model.architectureProperty().get();
        if (shown instanceof Architecture.Polynomial polynomial) {
            number("model.degree", 12, polynomial.degree(), value -> set(new Architecture.Polynomial((int) value)));
        } else if (shown instanceof Architecture.Mlp mlp) {
            mlp(mlp);
        } else if (shown instanceof Architecture.Cnn cnn) {
            cnn(cnn);
        } else if (shown instanceof Architecture.Recurrent recurrent) {
            number("model.state", MOST, recurrent.hidden(), value -> set(new Architecture.Recurrent(recurrent().cell(), (int) value, recurrent().layers())));
            number("model.layers", 8, recurrent.layers(), value -> set(new Architecture.Recurrent(recurrent().cell(), recurrent().hidden(), (int) value)));
        } else if (shown instanceof Architecture.Transformer transformer) {
            transformer(transformer);
        }
    }

    private void mlp(Architecture.Mlp mlp) {
        sizes("model.hidden", mlp.hidden(), widths -> new Architecture.Mlp(widths, activation()));
        Choice<Activation> activation = new Choice<Activation>(Messages.binding("model.activation"), List.of(Activation.values()), ModelWords::activation)
                .start(mlp.activations().isEmpty() ? Activation.TANH : mlp.activations().get(0),
                        value -> set(new Architecture.Mlp(((Architecture.Mlp) current()).hidden(), value)));
        row("model.activation", activation);
    }

    private Activation activation() {
        Architecture.Mlp mlp = (Architecture.Mlp) current();
        return mlp.activations().isEmpty() ? Activation.TANH : mlp.activations().get(0);
    }

    private void cnn(Architecture.Cnn cnn) {
        List<Integer> filters = cnn.convolutions().stream().map(Convolution::filters).toList();
        sizes("model.filters", filters, widths -> withConvolutions(widths, kernel()));
        number("model.kernel", 31, kernel(), value -> set(withConvolutions(
                ((Architecture.Cnn) current()).convolutions().stream().map(Convolution::filters).toList(), (int) value)));
        number("model.pool", 8, cnn.pool(), value -> set(new Architecture.Cnn(((Architecture.Cnn) current()).convolutions(), (int) value,
                ((Architecture.Cnn) current()).dense())));
        sizes("model.dense", cnn.dense(), widths -> new Architecture.Cnn(((Architecture.Cnn) current()).convolutions(), ((Architecture.Cnn) current()).pool(), widths));
    }

    private Architecture withConvolutions(List<Integer> filters, int kernel) {
        Architecture.Cnn cnn = (Architecture.Cnn) current();
        return new Architecture.Cnn(filters.stream().map(count -> new Convolution(count, kernel)).toList(), cnn.pool(), cnn.dense());
    }

    private int kernel() {
        Architecture.Cnn cnn = (Architecture.Cnn) current();
        return cnn.convolutions().isEmpty() ? 3 : cnn.convolutions().get(0).kernel();
    }

    private void transformer(Architecture.Transformer start) {
        number("model.width", MOST, start.width(), value -> set(new Architecture.Transformer((int) value, transformer().heads(), transformer().feedforward(), transformer().blocks())));
        number("model.heads", 64, start.heads(), value -> set(new Architecture.Transformer(transformer().width(), (int) value, transformer().feedforward(), transformer().blocks())));
        number("model.feedforward", MOST, start.feedforward(), value -> set(new Architecture.Transformer(transformer().width(), transformer().heads(), (int) value, transformer().blocks())));
        number("model.blocks", 12, start.blocks(), value -> set(new Architecture.Transformer(transformer().width(), transformer().heads(), transformer().feedforward(), (int) value)));
    }

    private Architecture.Transformer transformer() {
        return (Architecture.Transformer) current();
    }

    private Architecture.Recurrent recurrent() {
        return (Architecture.Recurrent) current();
    }

    private Architecture current() {
        return model.architectureProperty().get();
    }

    private void set(Architecture changed) {
        model.architectureProperty().set(changed);
    }

    private void number(String key, double most, double start, DoubleConsumer changed) {
        NumberField field = Whole.of(Messages.binding(key), 1, most, start);
        field.valueProperty().addListener((source, old, now) -> changed.accept(now.doubleValue()));
        add(key, field);
    }

    /** A list such as {@code 16, 16}; what is no list of sizes is left alone and told. */
    private void sizes(String key, List<Integer> start, Function<List<Integer>, Architecture> changed) {
        CheckedText field = new CheckedText(Messages.binding(key), SizeList.text(start), text -> SizeList.of(text).problem());
        field.promptTextProperty().bind(Messages.binding("model.sizes.prompt"));
        field.textProperty().addListener((source, old, now) -> {
            SizeList typed = SizeList.of(now);
            if (typed.problem().isEmpty()) {
                set(changed.apply(typed.sizes()));
            }
        });
        add(key, field);
    }

    /** Whether a field says why it cannot be taken: the model is then another than what stands there. */
    BooleanProperty waitingProperty() {
        return waiting;
    }

    private void follow(Checked field) {
        fields.add(field);
        field.problemProperty().addListener((source, old, now) -> waits());
    }

    private void waits() {
        waiting.set(fields.stream().anyMatch(field -> !field.problemProperty().get().isEmpty()));
    }

    private <T extends Node & Checked> void add(String key, T field) {
        follow(field);
        row(key, field);
    }

    private void row(String key, Node control) {
        rows.getChildren().add(Rows.field(Messages.binding(key), control));
    }
}
