package downhill.ui.screen.fit;

import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.SearchChoice;
import downhill.ui.control.Tip;
import downhill.ui.control.WrapRow;
import downhill.ui.fit.FitLayers;
import downhill.ui.fit.FitView;
import downhill.ui.fit.Standpoint;
import downhill.ui.fx.KeptFocus;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import org.kordamp.ikonli.feather.Feather;

/** The choices that the view shown has. */
final class FitOptions {
    private static final double HELD_WIDTH = 190;

    private final FitModel model;
    private final Runnable changed;
    private final Runnable whole;
    private final WrapRow node = new WrapRow(8);
    private List<Object> built = List.of();

    FitOptions(FitModel model, Runnable changed, Runnable whole) {
        this.model = model;
        this.changed = changed;
        this.whole = whole;
        node.setAlignment(Pos.CENTER_RIGHT);
    }

    WrapRow node() {
        return node;
    }

    /** Builds the choices anew where there are others. */
    void refresh(Standpoint from) {
        FitView view = model.viewProperty().get();
        boolean layered = view != null && view.ofOneLayer() && from != null;
        List<String> layers = layered ? FitLayers.of(from, view) : List.of();
        List<Object> wanted = List.of(model.views(), String.valueOf(view), layers, model.features(), model.classes(), model.subject(),
                Messages.languageProperty().get());
        if (wanted.equals(built)) {
            return;
        }
        built = wanted;
        KeptFocus.across(node, () -> build(view, layers));
    }

    private void build(FitView view, List<String> layers) {
        node.getChildren().clear();
        if (view == null) {
            return;
        }
        node.getChildren().add(views());
        if (view == FitView.CURVE || view == FitView.PLANE) {
            add("fit.across", model.features(), model.acrossProperty());
        }
        if (view == FitView.PLANE) {
            add("fit.up", model.features(), model.upProperty());
        }
        if (view == FitView.CURVE && model.classes().size() > 1) {
            add("fit.class", model.classes(), model.indexProperty());
        }
        add("fit.layer", layers, model.layerProperty());
        if (model.holdsOthers()) {
            node.getChildren().add(held());
        }
        if (view.ofOneExample()) {
            add("fit.example.choose", model.examples(), model.exampleProperty());
        }
        if (!view.ofOneLayer()) {
            node.getChildren().add(Buttons.icon(Feather.MAXIMIZE, "fit.whole", whole));
        }
    }

    private Choice<FitView> views() {
        Choice<FitView> choice = new Choice<FitView>(Messages.binding("fit.view"), model.views(), FitOptions::words)
                .start(model.viewProperty().get(), next -> {
            model.choose(next);
            changed.run();
        });
        choice.getStyleClass().add("quiet");
        return choice;
    }

    /** The means, then every row; there may be thousands, so that they are searched. */
    private SearchChoice held() {
        List<String> names = new ArrayList<>(List.of(Messages.text("fit.others")));
        model.rows().forEach(row -> names.add(Messages.text("fit.others.row", row)));
        SearchChoice choice = new SearchChoice(Messages.binding("fit.held"), names);
        choice.setId("fit-held");
        choice.setPrefWidth(HELD_WIDTH);
        Tip.on(choice, "fit.held");
        choice.valueProperty().set(model.heldProperty().get() + 1);
        choice.valueProperty().addListener((source, old, now) -> {
            model.heldProperty().set(now.intValue() - 1);
            changed.run();
        });
        return choice;
    }

    static String words(FitView view) {
        return Messages.text("fit.view." + view.name().toLowerCase(Locale.ROOT));
    }

    /** A list of one is no choice. */
    private void add(String key, List<String> names, IntegerProperty which) {
        if (names.size() < 2) {
            return;
        }
        List<Integer> all = IntStream.range(0, names.size()).boxed().toList();
        Choice<Integer> choice = new Choice<Integer>(Messages.binding(key), all, names::get).start(which.get(), value -> {
            which.set(value);
            changed.run();
        });
        choice.getStyleClass().add("quiet");
        choice.setVisibleRowCount(16);
        choice.setMaxWidth(150);
        node.getChildren().add(choice);
    }
}
