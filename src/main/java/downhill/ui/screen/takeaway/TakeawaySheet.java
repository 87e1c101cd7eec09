package downhill.ui.screen.takeaway;

import downhill.ui.chart.ChartTable;
import downhill.ui.control.Buttons;
import downhill.ui.control.NumberField;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.control.Sheets;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks how a chart shall be taken away. */
final class TakeawaySheet {
    private static final double WIDTH = 560;
    private static final double MOST_PIXELS = 8000;

    private final TakeawayModel model;
    private final Takeaway out;
    private final ProgressNote progress;

    TakeawaySheet(TakeawayModel model, Takeaway out) {
        this.model = model;
        this.out = out;
        this.progress = new ProgressNote(out::cancel);
    }

    ProgressNote progress() {
        return progress;
    }

    void open(Sheets sheets, String title) {
        Segments<Format> format = new Segments<>(model.formats(), one -> Messages.binding("takeaway.format." + one.ending())).boxed();
        format.setId("takeaway-format");
        model.formatProperty().bind(format.valueProperty());
        Label about = Rows.paragraph(Bindings.createStringBinding(this::about, model.formatProperty(), model.widthProperty(),
                model.heightProperty(), model.scaleProperty(), Messages.languageProperty()));
        about.setMinHeight(Label.USE_PREF_SIZE);
        VBox form = new VBox(8, Rows.paragraph(Messages.binding("takeaway.what", title)), format, fields(), about, progress);
        Button picture = Buttons.ghost("takeaway.copy.picture", () -> out.copyPicture(model));
        picture.setDisable(model.isEmpty());
        Button data = Buttons.ghost("takeaway.copy.data", () -> out.copyData(model));
        data.setDisable(model.isEmpty() || model.drawing().table() == ChartTable.NONE || model.drawing().table().isEmpty());
        Button save = Buttons.primary("takeaway.save", () -> out.save(model));
        save.setId("takeaway-save");
        sheets.open(Messages.binding("takeaway.title"), WIDTH, form, picture, data, Rows.space(),
                Buttons.ghost("sheet.cancel", sheets::close), save);
    }

    private VBox fields() {
        BooleanBinding png = model.formatProperty().isEqualTo(Format.PNG);
        BooleanBinding gif = model.formatProperty().isEqualTo(Format.GIF);
        BooleanBinding sized = model.formatProperty().isNotEqualTo(Format.CSV);
        VBox fields = new VBox(8, shown(number("takeaway.width", 160, MOST_PIXELS, true, model.widthProperty()), sized),
                shown(number("takeaway.height", 120, MOST_PIXELS, true, model.heightProperty()), sized),
                shown(number("takeaway.scale", 0.5, 8, false, model.scaleProperty()), png));
        model.film().ifPresent(film -> fields.getChildren().addAll(
                shown(number("takeaway.from", film.steps().low(), film.steps().high(), false, model.fromProperty()), gif),
                shown(number("takeaway.to", film.steps().low(), film.steps().high(), false, model.toProperty()), gif),
                shown(number("takeaway.frames", 2, 2000, true, model.framesProperty()), gif),
                shown(number("takeaway.perSecond", 1, 50, true, model.perSecondProperty()), gif)));
        return fields;
    }

    private static Node number(String key, double least, double most, boolean whole, DoubleProperty value) {
        NumberField field = whole ? Whole.of(Messages.binding(key), least, most, value.get())
                : Whole.real(Messages.binding(key), least, most, value.get());
        field.setId(key.replace('.', '-'));
        field.valueProperty().addListener((source, old, now) -> value.set(now.doubleValue()));
        return Rows.field(Messages.binding(key), field);
    }

    private static Node shown(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }

    private String about() {
        double pixels = model.formatProperty().get() == Format.PNG ? model.scaleProperty().get() : 1;
        return Messages.text("takeaway.about." + model.formatProperty().get().ending(),
                Numbers.count(Math.round(model.widthProperty().get() * pixels)),
                Numbers.count(Math.round(model.heightProperty().get() * pixels)),
                        Numbers.count(model.isEmpty() ? 0 : model.drawing().table().rows().size()));
    }
}
