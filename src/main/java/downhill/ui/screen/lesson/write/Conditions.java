package downhill.ui.screen.lesson.write;

import downhill.lesson.StateCheck;
import downhill.race.document.Experiment;
import downhill.ui.control.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** Conditions that must all hold, one below the other. */
final class Conditions extends VBox {
    private static final double BELOW = 0.1;

    private final Experiment raced;
    private final Consumer<List<StateCheck>> changed;
    private final List<StateCheck> all;

    /** @param changed is told all of them whenever one changes, in the fields already */
    Conditions(List<StateCheck> start, Experiment raced, Consumer<List<StateCheck>> changed) {
        super(4);
        this.raced = raced;
        this.changed = changed;
        all = new ArrayList<>(start);
        fill();
    }

    private void fill() {
        getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            getChildren().add(new ConditionRow(all.get(i), raced, now -> set(place, now)));
        }
        getChildren().add(Buttons.link("draft.condition.add", () -> {
            all.add(new StateCheck.LossBelow(raced.contenders().get(0).id(), BELOW));
            fill();
            changed.accept(List.copyOf(all));
        }));
    }

    private void set(int place, StateCheck now) {
        if (now == null) {
            all.remove(place);
            fill();
        } else {
            all.set(place, now);
        }
        changed.accept(List.copyOf(all));
    }
}
