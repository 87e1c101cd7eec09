package downhill.ui.screen.model;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Convolution;
import downhill.ui.control.Choice;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The fields of one kind of model: its sizes. */
final class SizesForm {
    private static final double MOST = 4096;

    private final ModelEditorModel model;
    private final VBox rows = new VBox(8);

    SizesForm(ModelEditorModel model) {
        this.model = model;
    }

    VBox node() {
        return rows;
    }

    /** Shows the fields of the kind chosen now. */
    void rebuild() {
        rows.getChildren().clear();
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
        add("model.activation", activation);
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

    /** A list such as {@code 16, 16}; what is no list of sizes is left alone and marked. */
    private void sizes(String key, List<Integer> start, Function<List<Integer>, Architecture> changed) {
        TextField field = new TextField(start.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        field.accessibleTextProperty().bind(Messages.binding(key));
        field.promptTextProperty().bind(Messages.binding("model.sizes.prompt"));
        field.textProperty().addListener((source, old, now) -> {
            List<Integer> widths = parse(now);
            field.getStyleClass().remove("invalid");
            if (widths == null) {
                field.getStyleClass().add("invalid");
            } else {
                set(changed.apply(widths));
            }
        });
        add(key, field);
    }

    /** The sizes, or null where a person has typed something else. */
    static List<Integer> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        String[] parts = text.strip().split("[\\s,;–-]+");
        boolean numbers = Arrays.stream(parts).allMatch(part -> part.matches("[1-9][0-9]{0,3}"));
        return numbers ? Arrays.stream(parts).map(Integer::valueOf).toList() : null;
    }

    private void add(String key, Node control) {
        rows.getChildren().add(Rows.field(Messages.binding(key), control));
    }
}
