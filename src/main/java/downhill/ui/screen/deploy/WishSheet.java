package downhill.ui.screen.deploy;

import downhill.compress.FormSettings;
import downhill.compress.FormWish;
import downhill.compress.PruneBy;
import downhill.compress.SmallForm;
import downhill.compress.StudentText;
import downhill.model.InputShape;
import downhill.setting.Setting;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How a form is made, as a form to fill in. */
final class WishSheet {
    private static final double WIDTH = 460;
    private static final double HUNDRED = 100;
    private static final double MOST_STEPS = 1e6;

    private final DeployModel model;
    private final FormWish was;
    private final Choice<FormWish.Kind> kind;
    private final NumberField share;
    private final Choice<PruneBy> by;
    private final NumberField steps;
    private final TextField student;
    private final Choice<Optional<SmallForm>> form;
    private final Label problem = Labels.plain("", "invalid-note");

    private WishSheet(DeployModel model, FormWish was) {
        this.model = model;
        this.was = was;
        boolean fresh = was == null;
        kind = new Choice<>(said(FormSettings.KIND), List.of(FormWish.Kind.values()), FormWords::kind);
        kind.setValue(fresh ? FormSettings.KIND.usual() : was.kind());
        share = Whole.real(Messages.binding("deploy.wish.share"), 1, 99.9,
                HUNDRED * (fresh || was.share() == 0 ? FormSettings.SHARE.usual() : was.share()));
        by = new Choice<>(said(FormSettings.BY), List.of(PruneBy.values()), FormWords::by);
        by.setValue(fresh ? FormSettings.BY.usual() : was.by());
        steps = Whole.of(said(FormSettings.STEPS), 0, MOST_STEPS, fresh ? FormSettings.STEPS.usual() : was.steps());
        student = Fields.line(fresh || was.student().isEmpty() ? FormSettings.STUDENT.usual() : was.student());
        student.accessibleTextProperty().bind(said(FormSettings.STUDENT));
        List<Optional<SmallForm>> forms = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(SmallForm.values()).map(Optional::of).forEach(forms::add);
        form = new Choice<>(said(FormSettings.FORM), forms, one -> FormWords.form(one.orElse(null)));
        form.setValue(fresh ? Optional.empty() : Optional.ofNullable(was.form()));
        kind.setId("deploy-wish-kind");
        share.setId("deploy-wish-share");
        by.setId("deploy-wish-by");
        steps.setId("deploy-wish-steps");
        student.setId("deploy-wish-student");
        form.setId("deploy-wish-form");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    private static ObservableValue<String> said(Setting<?> setting) {
        return Spoken.binding(setting.label());
    }

    /** Asks for one more form where {@code was} is null, else for another in its place, or for none. */
    static void open(DeployModel model, FormWish was, Sheets sheets) {
        new WishSheet(model, was).show(sheets);
    }

    private void show(Sheets sheets) {
        Node shares = Rows.field(Messages.binding("deploy.wish.share"), share);
        Node which = Rows.field(said(FormSettings.BY), by);
        Node counted = Rows.field(said(FormSettings.STEPS), steps);
        Node taught = Rows.field(said(FormSettings.STUDENT), student);
        Label how = Labels.plain("", "secondary");
        how.setWrapText(true);
        how.setMinHeight(Label.USE_PREF_SIZE);
        Runnable offer = () -> {
            FormWish.Kind now = kind.getValue();
            offer(shares, now == FormWish.Kind.PRUNE);
            offer(which, now == FormWish.Kind.PRUNE);
            offer(counted, now != FormWish.Kind.WHOLE);
            offer(taught, now == FormWish.Kind.DISTIL);
            how.setText(Messages.text("deploy.wish.how." + now.name().toLowerCase(java.util.Locale.ROOT)));
        };
        kind.valueProperty().addListener((source, old, now) -> offer.run());
        offer.run();
        VBox rows = new VBox(8, Rows.field(said(FormSettings.KIND), kind), how, shares, which, taught, counted,
                Rows.field(said(FormSettings.FORM), form),
                Rows.paragraph(Messages.binding("deploy.wish.ensemble")), problem);
        Button apply = Buttons.primary("sheet.apply", () -> apply(sheets));
        apply.setId("deploy-wish-apply");
        Button remove = Buttons.ghost("deploy.wish.remove", () -> replace(sheets, null));
        remove.setId("deploy-wish-remove");
        remove.setVisible(was != null);
        remove.setManaged(was != null);
        sheets.open(Messages.binding(was == null ? "deploy.wish.new" : "deploy.wish.title"), WIDTH, rows, remove, Rows.space(),
                Buttons.ghost("sheet.cancel", sheets::close), apply);
    }

    private static void offer(Node row, boolean on) {
        row.setVisible(on);
        row.setManaged(on);
    }

    private void apply(Sheets sheets) {
        share.take();
        steps.take();
        try {
            FormWish.Kind now = kind.getValue();
            String text = now == FormWish.Kind.DISTIL ? student.getText().strip() : "";
            if (now == FormWish.Kind.DISTIL && StudentText.leaves(text) == 0) {
                StudentText.architecture(text, InputShape.of(model.told().prepared().inputShape()));
            }
            boolean learns = now != FormWish.Kind.WHOLE;
            FormWish wish = new FormWish(now, now == FormWish.Kind.PRUNE ? share.valueProperty().get() / HUNDRED : 0,
                    now == FormWish.Kind.PRUNE ? by.getValue() : PruneBy.MAGNITUDE, learns ? (long) steps.valueProperty().get() : 0, text,
                    form.getValue().orElse(null));
            replace(sheets, wish);
        } catch (RefusedException refused) {
            problem.setText(Spoken.text(refused.said()));
        }
    }

    private void replace(Sheets sheets, FormWish now) {
        List<FormWish> all = new ArrayList<>(model.wishesProperty().get());
        int at = was == null ? all.size() : all.indexOf(was);
        if (was != null) {
            all.remove(at);
        }
        if (now != null && !all.contains(now)) {
            all.add(at, now);
        }
        model.wishesProperty().set(List.copyOf(all));
        sheets.close();
    }
}
