package downhill.ui.screen.landscape;

import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.control.Tip;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.PlaneChoice;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Above the landscape: which plane, flat or solid, arrows, which surface. */
final class PlaneBar {
    private static final double NAME_WIDTH = 164;

    private final LandscapeModel model;
    private final FlowPane bar = new FlowPane(10, 4);
    private final Choice<PlaneChoice.Kind> kind;
    private final ComboBox<String> first = names("landscape.first");
    private final ComboBox<String> second = names("landscape.second");
    private final Button other;
    private final Button surface;
    private final CheckBox arrows = Rows.check(Messages.binding("landscape.arrows"));
    private final Subscriptions attached = new Subscriptions();
    private boolean showing;

    PlaneBar(LandscapeModel model, Runnable whole, Runnable surface) {
        this.model = model;
        kind = new Choice<>(Messages.binding("landscape.plane"), List.of(PlaneChoice.Kind.values()), LandscapeWords::kind);
        kind.setId("landscape-plane");
        kind.start(model.feed().choiceProperty().get().kind(), model::choose);
        other = Buttons.icon(Feather.REFRESH_CW, "landscape.other",
                () -> model.feed().choiceProperty().set(model.feed().choiceProperty().get().next()));
        picks(first, at -> model.feed().choiceProperty().set(model.feed().choiceProperty().get().across(at)));
        picks(second, at -> model.feed().choiceProperty().set(model.feed().choiceProperty().get().up(at)));
        Segments<LandscapeModel.Form> form = new Segments<>(List.of(LandscapeModel.Form.values()),
                value -> Messages.binding(value == LandscapeModel.Form.FLAT ? "landscape.flat" : "landscape.solid"));
        attached.bindBoth(form.valueProperty(), model.formProperty());
        attached.bindBoth(arrows.selectedProperty(), model.arrowsProperty());
        Tip.on(arrows, "landscape.arrows.long");
        this.surface = Buttons.link("landscape.surface.choose", surface);
        this.surface.setId("landscape-surface");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.getChildren().addAll(kind, first, second, other, form.boxed(), arrows, this.surface,
                Buttons.icon(Feather.MAXIMIZE, "landscape.whole", whole));
    }

    Node node() {
        return bar;
    }

    /** Who walks where stays as it is. */
    void lock() {
        shown(surface, false);
    }

    /** Shows what there is to choose now. */
    void refresh() {
        showing = true;
        PlaneChoice choice = model.feed().choiceProperty().get();
        boolean pair = model.planeIsChosen() && choice.kind() == PlaneChoice.Kind.PAIR;
        shown(kind, model.planeIsChosen());
        shown(first, pair);
        shown(second, pair);
        shown(other, model.planeIsChosen() && choice.kind() == PlaneChoice.Kind.RANDOM);
        shown(arrows, model.isSurface());
        kind.setValue(choice.kind());
        if (pair) {
            fill(first, choice.first());
            fill(second, choice.second());
        }
        showing = false;
    }

    void dispose() {
        attached.dispose();
    }

    private void fill(ComboBox<String> box, int chosen) {
        List<String> names = model.feed().names();
        if (!box.getItems().equals(names)) {
            box.getItems().setAll(names);
        }
        box.getSelectionModel().select(Math.min(chosen, names.size() - 1));
    }

    private void picks(ComboBox<String> box, IntConsumer action) {
        attached.listen(box.getSelectionModel().selectedIndexProperty(), at -> {
            if (!showing && at.intValue() >= 0) {
                action.accept(at.intValue());
            }
        });
    }

    private static ComboBox<String> names(String key) {
        ComboBox<String> box = new ComboBox<>();
        box.accessibleTextProperty().bind(Messages.binding(key));
        ObservableValue<String> what = Messages.binding(key);
        Tip.on(box, Bindings.createStringBinding(() -> what.getValue() + ": " + box.getValue(), what, box.valueProperty()));
        box.setPrefWidth(NAME_WIDTH);
        box.setButtonCell(tail());
        return box;
    }

    /** Of a long name the end is what tells it from others. */
    private static ListCell<String> tail() {
        ListCell<String> cell = new ListCell<>() {
            @Override
            protected void updateItem(String name, boolean empty) {
                super.updateItem(name, empty);
                setText(empty ? "" : name);
            }
        };
        cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return cell;
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
