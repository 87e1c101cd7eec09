package downhill.ui.screen.explain;

import downhill.analysis.explain.anew.Anew;
import downhill.analysis.explain.anew.DropColumn;
import downhill.analysis.explain.anew.FeatureTrials;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What the contender comes to where it is trained anew: without each column by itself, and with columns made of others, which can be added
 * to the preparation. Both are begun by a person, since they take many trainings.
 */
final class AnewScreen extends ExplainScreen {
    /** What is done. */
    private enum Look {
        WITHOUT("explain.anew.without"), MADE("explain.anew.made");

        private final String key;

        Look(String key) {
            this.key = key;
        }
    }

    private final Segments<Look> look;
    private final ProgressNote progress = new ProgressNote(() -> asked().stop());
    private final Button begin;
    private final Retraining<DropColumn.Dropped> without;
    private final Retraining<FeatureTrials> tried;
    private final WithoutPicture worth;
    private final TrialsTable trials;
    private final MadeRow made;
    private final Label old = line("", "danger-text");
    private final VBox node = new VBox(8);
    private Said toldProblem = Said.NOTHING;

    /** {@code tell} says in one line what was done. */
    AnewScreen(ExplainModel model, Consumer<Supplier<String>> tell) {
        super(model, "anew");
        without = new Retraining<>(model, 1, (anew, rules, threads, told) -> {
            anew.requireColumns();
            return anew.dropped(anew.columns(), rules, threads, told);
        });
        tried = new Retraining<>(model, Anew.REPEATS, Anew::tried);
        look = new Segments<>(List.of(Look.values()), each -> Messages.binding(each.key)).boxed();
        look.setId("explain-anew-look");
        begin = Buttons.ghost("explain.anew.without.begin", this::begin);
        begin.setId("explain-anew-begin");
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.textProperty().unbind();
        attached.bind(begin.textProperty(), Messages.following(() -> Messages.text(look.valueProperty().get().key + ".begin"),
                look.valueProperty()));
        options.getChildren().setAll(progress, begin, look);
        worth = new WithoutPicture(model, attached);
        made = new MadeRow(model, tell);
        trials = new TrialsTable(made, attached);
        attached.listen(look.valueProperty(), now -> refresh());
        attached.listen(model.featureProperty(), now -> refresh());
        attached.listen(model.session().selection().contenderProperty(), now -> refresh());
        attached.listen(model.session().dataProperty(), now -> refresh());
        attached.listen(model.session().openingsProperty(), now -> forget());
        attached.add(this::stop);
    }

    private Retraining<?> asked() {
        return look.valueProperty().get() == Look.WITHOUT ? without : tried;
    }

    private void begin() {
        asked().begin();
        refresh();
    }

    private void stop() {
        without.stop();
        tried.stop();
    }

    private void forget() {
        without.forget();
        tried.forget();
        refresh();
    }

    @Override
    protected void watch(boolean on) {
        // nothing is worked out before a person asks for it, and then to the end, whether somebody looks or not
    }

    @Override
    protected boolean needsTraining() {
        return false;
    }

    @Override
    void frame() {
        super.frame();
        if (isActive()) {
            boolean news = without.take() | tried.take();
            showBar();
            if (news || !toldProblem.equals(asked().problem())) {
                refresh();
            }
        }
    }

    private void showBar() {
        begin.setDisable(!asked().isPossible());
        if (asked().isAtWork()) {
            progress.show(asked().share(), Numbers.percent(Numbers.fixed(Math.floor(100 * asked().share()), 0)));
        } else {
            progress.clear();
        }
    }

    @Override
    protected Node picture() {
        showBar();
        toldProblem = asked().problem();
        boolean ofColumns = look.valueProperty().get() == Look.WITHOUT;
        Node found = ofColumns ? worth.of(without.found()) : trials.of(tried.found());
        Node shown = found == null ? before() : found;
        VBox.setVgrow(shown, Priority.ALWAYS);
        node.getChildren().setAll(shown);
        if (found != null && asked().isOutdated()) {
            old.setText(Messages.text("explain.anew.outdated"));
            node.getChildren().add(old);
        }
        if (!ofColumns && made.isAny()) {
            node.getChildren().add(made.node());
        }
        return node;
    }

    /** What will be here, what it takes, and what kept it from coming. */
    private Node before() {
        VBox words = new VBox(8, line(told()));
        if (!toldProblem.equals(Said.NOTHING)) {
            words.getChildren().add(line(Spoken.text(toldProblem), "danger-text"));
        }
        words.getStyleClass().add("empty-state");
        words.setId("explain-anew-told");
        return words;
    }

    private String told() {
        ContenderSpec contender = model.contender();
        String steps = Numbers.count(model.session().experiment().training().steps());
        if (look.valueProperty().get() == Look.MADE) {
            return Messages.text("explain.anew.made.empty", contender.name(), Numbers.count(Anew.FOLDS),
                    Numbers.count(FeatureTrials.trainings(contender, Anew.FOLDS * Anew.REPEATS)), steps);
        }
        int columns = without.columns().size();
        return Messages.text("explain.anew.without.empty", contender.name(), Numbers.count(Anew.FOLDS),
                Numbers.count(DropColumn.trainings(contender, Anew.FOLDS, columns)), steps);
    }

    /** A sentence that wraps. */
    static Label line(String words, String... styles) {
        Label line = Labels.plain(words, styles);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
