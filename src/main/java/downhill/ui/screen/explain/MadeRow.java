package downhill.ui.screen.explain;

import downhill.analysis.explain.anew.Anew;
import downhill.data.MadeColumn;
import downhill.data.Visible;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Columns that the preparation of the experiment makes of others: told, added, taken out. Each of it can be undone. */
final class MadeRow {
    private static final double GAP = 8;

    private final ExplainModel model;
    private final Consumer<Supplier<String>> tell;
    private final WrapRow row = new WrapRow(GAP);

    /** {@code tell} says in one line what was done. */
    MadeRow(ExplainModel model, Consumer<Supplier<String>> tell) {
        this.model = model;
        this.tell = tell;
        row.setId("explain-made");
    }

    /** Which there are depends on it alone. */
    ObservableValue<Experiment> preparedProperty() {
        return model.session().experimentProperty();
    }

    private List<MadeColumn> all() {
        Experiment now = model.session().experiment();
        return now != null && now.problem() instanceof Problem.Learning learning ? learning.data().madeColumns() : List.of();
    }

    boolean isAny() {
        return !all().isEmpty();
    }

    boolean has(MadeColumn one) {
        return all().contains(one);
    }

    /** Has the preparation make these, too. Other inputs are learned from then, so that the race begins anew. */
    void add(List<MadeColumn> chosen) {
        change(document -> Anew.with(document, chosen), "explain.anew.added", chosen);
    }

    private void takeOut(MadeColumn one) {
        change(document -> Anew.without(document, one), "explain.anew.taken", List.of(one));
    }

    private void change(UnaryOperator<Experiment> change, String told, List<MadeColumn> what) {
        String names = what.stream().map(each -> Visible.line(each.name())).collect(Collectors.joining(", "));
        model.session().end().unlessLost(change, () -> {
            if (model.session().edit(change)) {
                tell.accept(() -> Messages.text(told, names));
            }
        });
    }

    /** All of them, each with what takes it out. */
    Node node() {
        List<Node> nodes = new ArrayList<>(List.of(Labels.plain(Messages.text("explain.anew.prepared"), "secondary")));
        for (MadeColumn each : all()) {
            String name = Visible.line(each.name());
            Button out = Buttons.link("explain.anew.out", () -> takeOut(each), name);
            out.accessibleTextProperty().bind(Messages.binding("explain.anew.out.told", name));
            nodes.add(out);
        }
        row.getChildren().setAll(nodes);
        return row;
    }
}
