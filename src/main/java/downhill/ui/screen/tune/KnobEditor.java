package downhill.ui.screen.tune;

import downhill.study.Searchable;
import downhill.study.space.Knob;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.tune.KnobWords;
import downhill.ui.tune.TuneBase;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TunePlan;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Adds knobs, changes them and takes them away, in sheets. */
final class KnobEditor {
    private static final double WIDTH = 480;

    private final TuneModel model;
    private final Sheets sheets;

    KnobEditor(TuneModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
    }

    /** Offers all that there is to search over. */
    void add() {
        TuneBase base = TuneBase.of(model.session());
        if (base != null) {
            TunePlan plan = model.planProperty().get();
            List<Searchable> left = base.searchable().stream()
                    .filter(one -> plan.knobs().stream().noneMatch(knob -> knob.name().equals(one.name()))).toList();
            new KnobPicker(left, one -> open(base, one, null)).open(sheets);
        }
    }

    /** Opens the editor of one that there is. */
    void edit(Knob knob) {
        TuneBase base = TuneBase.of(model.session());
        if (base != null) {
            Searchable what = base.searchable().stream().filter(one -> one.name().equals(knob.name())).findFirst()
                    .orElse(new Searchable(knob.name(), null, null, knob.extent()));
            open(base, what, knob);
        }
    }

    private void open(TuneBase base, Searchable what, Knob now) {
        TunePlan plan = model.planProperty().get();
        List<Knob> others = plan.knobs().stream().filter(knob -> !knob.name().equals(what.name())).toList();
        KnobForm form = new KnobForm(what, now, others, what.texts(base.library()), new KnobWords(base.searchable()), knob -> {
            List<Knob> all = new ArrayList<>(others);
            all.add(knob);
            return base.problem(all);
        });
        VBox content = new VBox(8);
        if (!KnobPicker.help(what).isEmpty()) {
            content.getChildren().add(Rows.paragraph(Messages.following(() -> KnobPicker.help(what))));
        }
        content.getChildren().add(form.node());
        List<Node> actions = new ArrayList<>();
        if (now != null) {
            actions.add(Buttons.ghost("tune.knob.remove", () -> {
                sheets.close();
                model.planProperty().set(model.planProperty().get().without(now.name()));
            }));
        }
        actions.add(Buttons.ghost("sheet.cancel", sheets::close));
        actions.add(Buttons.primary("sheet.apply", () -> {
            Knob knob = form.value();
            sheets.close();
            model.planProperty().set(model.planProperty().get().withKnob(now == null ? null : now.name(), knob));
        }));
        sheets.open(Messages.following(() -> KnobWords.label(what)), WIDTH, content, actions.toArray(Node[]::new));
    }
}
