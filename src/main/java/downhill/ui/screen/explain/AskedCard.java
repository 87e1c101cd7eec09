package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Card;
import downhill.ui.control.Choice;
import downhill.ui.control.ValueRow;
import downhill.ui.fit.RowWords;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whose model is explained, at which step, and on which rows. */
final class AskedCard {
    private final ExplainModel model;
    private final Card card = new Card(Messages.binding("explain.asked"));
    private final Choice<ContenderSpec> contender;
    private final Choice<Which> rows;
    private final Choice<String> classes;
    private final ValueRow step = new ValueRow(Messages.binding("explain.asked.step"));
    private final HBox ofClass;
    private final ValueRow method = new ValueRow(Messages.binding("explain.asked.method"));
    private final ValueRow behind = new ValueRow(Messages.binding("explain.asked.behind"));
    private final Subscriptions attached = new Subscriptions();

    /** Rows to ask about, as they are called. */
    private record Which(boolean heldOut, String words) {
    }

    AskedCard(ExplainModel model) {
        this.model = model;
        card.setId("explain-asked");
        contender = new Choice<ContenderSpec>(Messages.binding("explain.asked.contender"), List.of(), one -> Visible.line(one.name()))
                .start(null, one -> model.session().selection().contenderProperty().set(one.id()));
        rows = new Choice<Which>(Messages.binding("explain.asked.rows"), List.of(), Which::words).start(null,
                now -> model.heldOutProperty().set(now.heldOut()));
        classes = new Choice<String>(Messages.binding("explain.asked.class"), List.of(), Visible::line).start(null,
                now -> model.chosenClassProperty().set(model.askedProperty().get().prepared().classNames().indexOf(now)));
        List.of(contender, rows, classes).forEach(each -> each.getStyleClass().add(Choice.QUIET));
        contender.setId("explain-contender");
        rows.setId("explain-rows-asked");
        classes.setId("explain-class");
        ofClass = ValueRow.of(Messages.binding("explain.asked.class"), classes);
        ofClass.managedProperty().bind(ofClass.visibleProperty());
        card.setContent(new VBox(ValueRow.of(Messages.binding("explain.asked.contender"), contender), step,
                ValueRow.of(Messages.binding("explain.asked.rows"), rows), ofClass, method,
                behind));
        attached.listen(model.askedProperty(), now -> show());
        attached.listen(model.work().shares().answerProperty(), now -> show());
        attached.listen(model.session().experimentProperty(), now -> show());
        attached.listen(model.session().selection().contenderProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    VBox node() {
        return card;
    }

    private void show() {
        List<ContenderSpec> all = model.contenders();
        ContenderSpec told = model.contender();
        contender.offer(all, told);
        Asked asked = model.askedProperty().get();
        MovedRows found = model.work().shares().answer();
        method.value(found == null ? "–" : way(found));
        behind.value(found == null || found.way() == null ? "–" : Messages.text("fit.rows.training", Numbers.count(found.behind())));
        step.value(asked == null ? "–" : Numbers.count(asked.step()));
        boolean held = asked == null || asked.prepared().validation().count() > 0;
        Which learned = new Which(false, rows(false));
        Which other = new Which(true, rows(true));
        boolean asksOthers = held && model.heldOutProperty().get();
        rows.offer(held ? List.of(other, learned) : List.of(learned), asksOthers ? other : learned);
        ofClass.setVisible(asked != null && asked.isOfClasses());
        if (ofClass.isVisible()) {
            classes.offer(asked.prepared().classNames(), asked.prepared().classNames().get(asked.chosen()));
        }
    }

    private static String way(MovedRows found) {
        return found.way() == null ? Messages.text("explain.way.slopes", Numbers.count(found.columns().size()))
                : RowText.counted("explain.way." + found.way().key(), found.columns().size());
    }

    private String rows(boolean heldOut) {
        Asked asked = model.askedProperty().get();
        boolean known = asked != null && asked.rows().validation() == heldOut;
        String usual = Messages.text(heldOut ? "explain.rows.validation" : "explain.rows.training");
        return known ? RowWords.of(asked.rows()) : usual;
    }

    void dispose() {
        attached.dispose();
    }
}
