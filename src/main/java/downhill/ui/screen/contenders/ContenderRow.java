package downhill.ui.screen.contenders;

import downhill.optim.Hyperparameter;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.SteadyText;
import downhill.ui.control.StyleSample;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Snapshots;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One contender of the list: its line, name, loss, settings, and whether it is shown. */
final class ContenderRow extends HBox {
    private static final String SOLO = "S";
    private static final String MUTE = "M";

    private final ContendersModel model;
    private final String id;
    private final StyleSample sample = new StyleSample(0);
    private final Label name = Labels.plain("", "contender-name");
    private final SteadyText loss = new SteadyText(HPos.RIGHT);
    private final Label settings = Labels.plain("", "secondary", "small");
    private final StringProperty told = new SimpleStringProperty(this, "told", "");
    private final StringProperty marked = new SimpleStringProperty(this, "marked", "");
    private final ToggleButton solo = Buttons.letterToggle(SOLO, "contenders.solo");
    private final ToggleButton mute = Buttons.letterToggle(MUTE, "contenders.mute");
    private final Label mark = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
    private final HBox head = new HBox(8, name, mark, Rows.space(), loss);
    private final VBox words = new VBox(1);
    private final RateRow rate;
    private ContenderSpec shown;

    ContenderRow(ContendersModel model, String id) {
        this.model = model;
        this.id = id;
        rate = new RateRow(value -> model.setRate(id, value));
        getStyleClass().add("contender-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(true);
        setAlignment(Pos.TOP_LEFT);
        setSpacing(8);
        settings.setTextOverrun(OverrunStyle.ELLIPSIS);
        settings.setMinWidth(0);
        Tip.on(name, told);
        Tip.on(loss, "loss.about");
        Tip.on(settings, told);
        mark.getStyleClass().add("contender-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setOnMouseClicked(event -> model.askAboutMark());
        Tip.on(mark, marked);
        mark.visibleProperty().bind(marked.isNotEmpty());
        mark.managedProperty().bind(mark.visibleProperty());
        HBox foot = new HBox(4, settings, Rows.space(), solo, mute);
        foot.setAlignment(Pos.CENTER_LEFT);
        head.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().addAll(head, rate, foot);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(besideName(), words);
        solo.setOnAction(event -> model.setSolo(id, solo.isSelected()));
        mute.setOnAction(event -> model.setMuted(id, mute.isSelected()));
        setOnMousePressed(event -> {
            requestFocus();
            model.select(id);
            event.consume(); // or else what scrolls the list takes the focus, and with it the keys
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                rename();
            }
        });
        selectWhere(focusedProperty());
        selectWhere(solo.focusVisibleProperty()); // a click at a letter selects nothing, or else the letter would move away under the hand
        selectWhere(mute.focusVisibleProperty());
    }

    /** The piece of line, at the height of the name however high the row is. */
    private HBox besideName() {
        HBox place = new HBox(sample);
        place.setAlignment(Pos.CENTER_LEFT);
        place.minHeightProperty().bind(head.heightProperty());
        place.maxHeightProperty().bind(head.heightProperty());
        return place;
    }

    private void selectWhere(ObservableValue<Boolean> focus) {
        focus.addListener((source, was, is) -> {
            if (is) {
                model.select(id);
            }
        });
    }

    String contenderId() {
        return id;
    }

    /** What may be wrong with it, in a sentence; empty where nothing is. */
    void mark(String words) {
        marked.set(words);
    }

    void show(ContenderSpec contender, Standing standing, boolean chosen, boolean alone, boolean shown) {
        sample.setStyleIndex(contender.style());
        name.setText(contender.name());
        settings.setText(model.settings(contender));
        solo.setSelected(alone);
        mute.setSelected(contender.muted());
        setOpacity(shown ? 1 : 0.5);
        getStyleClass().remove("chosen");
        if (chosen) {
            getStyleClass().add("chosen");
        }
        showRate(contender, chosen);
        follow(standing);
    }

    /** The chosen one has its learning rate at hand. */
    private void showRate(ContenderSpec contender, boolean chosen) {
        shown = contender;
        Optional<Hyperparameter> slid = model.rate(contender).filter(any -> chosen);
        slid.ifPresent(what -> rate.show(contender, what));
        rate.setVisible(slid.isPresent());
        rate.setManaged(slid.isPresent());
    }

    /** How the contender stands, which changes many times a second. */
    void follow(Standing standing) {
        boolean diverged = standing != null && standing.outcome() == Outcome.DIVERGED;
        loss.setText(standing == null ? "" : figure(standing));
        loss.style("danger-text", diverged);
        told.set(name.getText() + "\n" + settings.getText() + (diverged ? "\n" + Snapshots.divergence(standing) : ""));
        String row = Messages.text("contenders.row", name.getText(), settings.getText(), loss.getText());
        setAccessibleText(marked.get().isEmpty() ? row : row + " " + marked.get());
        if (rate.isVisible()) {
            rate.say(model.rateRefusal(shown, standing), standing, shown);
        }
    }

    private static String figure(Standing standing) {
        return switch (standing.outcome()) {
            case DIVERGED -> Messages.text("contenders.diverged");
            case UNBORN -> Messages.text("outcome.unborn");
            default -> Numbers.format(standing.loss());
        };
    }

    /** Turns the name into a field; Enter takes what was typed, Escape leaves it as it was. */
    void rename() {
        TextField field = Fields.line(name.getText());
        field.accessibleTextProperty().bind(Messages.binding("contenders.name"));
        HBox.setHgrow(field, Priority.ALWAYS);
        head.getChildren().set(0, field);
        field.selectAll();
        field.requestFocus();
        field.setOnAction(event -> {
            endRename(field);
            requestFocus();
        });
        field.focusedProperty().addListener((source, was, is) -> {
            if (!is) {
                endRename(field);
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
                field.setText(name.getText());
                endRename(field);
                requestFocus();
                event.consume();
            }
        });
    }

    private void endRename(TextField field) {
        if (head.getChildren().get(0) == field) {
            head.getChildren().set(0, name);
            model.rename(id, field.getText());
        }
    }
}
