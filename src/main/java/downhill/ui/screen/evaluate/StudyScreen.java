package downhill.ui.screen.evaluate;

import downhill.analysis.curve.CurveBand;
import downhill.data.Progress;
import downhill.data.split.Fold;
import downhill.ui.control.Buttons;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.FramedScreen;
import downhill.ui.tune.Sweep;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A picture of the contenders trained again and again with something set otherwise, which is begun by itself, beside the window; below it
 * stands in words what it shows.
 *
 * @param <R> what comes of it
 */
abstract class StudyScreen<R> extends FramedScreen {
    private static final double ROOM = 108;

    protected final EvaluateModel model;
    private final ProgressNote progress = new ProgressNote(this::stop);
    private final Button begin;
    private final VBox lines = new VBox(4);
    private final VBox whole = new VBox(8);
    private Sweep<R> sweep;
    private Sweep<R> ended;
    private Hearing hearing;
    private R answer;

    /** {@code beginKey} is what the button says that begins it. */
    StudyScreen(EvaluateModel model, String titleKey, String beginKey) {
        super(titleKey);
        this.model = model;
        begin = Buttons.ghost(beginKey, this::begin);
        begin.setId("study-begin");
        options.getChildren().setAll(new ChosenFold(model, attached).node(), progress, begin);
        options.setAlignment(Pos.CENTER_RIGHT);
        lines.setId("study-told");
        ScrollPane scroll = Rows.scrolledWhole(lines, ROOM);
        scroll.setMaxHeight(ROOM);
        whole.getChildren().setAll(new StackPane(), scroll);
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(model.foldProperty(), now -> refresh());
        attached.listen(model.session().selection().contenderProperty(), now -> refresh());
        attached.listen(model.session().experimentProperty(), now -> refresh());
        attached.listen(model.session().dataProperty(), now -> refresh());
        attached.listen(model.session().openingsProperty(), now -> forget());
        attached.add(this::stop);
    }

    /** With controls before the button. */
    protected final void offer(Node... others) {
        options.getChildren().addAll(0, List.of(others));
    }

    /** On a thread of its own; must not touch the window. {@code choice} is what {@link #choice} was when it began. */
    protected abstract R compute(Hearing of, Object choice, Progress told);

    /** What it depends on beside the experiment. */
    protected Object choice() {
        return "";
    }

    /** The picture. */
    protected abstract Node show(Hearing of, R found);

    /** What it says, in words. */
    protected abstract List<Said> told(Hearing of, R found);

    /** The run of a curve that is of the fold chosen, first seed; −1 where none is, or these are other folds. */
    protected final int chosenRun(List<Fold> folds, CurveBand band) {
        Fold chosen = model.chosenFold();
        int at = chosen == null ? -1 : IntStream.range(0, folds.size()).filter(i -> folds.get(i).repeat() == chosen.repeat()
                && folds.get(i).number() == chosen.number() && Arrays.equals(folds.get(i).held(), chosen.held())).findFirst().orElse(-1);
        return at < 0 ? -1 : at * (band.each().length / folds.size());
    }

    private void begin() {
        if (model.obstacle().isEmpty()) {
            stop();
            Hearing now = model.hearing();
            Object chosen = choice();
            hearing = now;
            answer = null;
            sweep = Sweep.start("evaluate-study", (into, told) -> into.put(compute(now, chosen, told)));
            refresh();
        }
    }

    private void stop() {
        if (sweep != null) {
            sweep.stop();
        }
    }

    private void forget() {
        stop();
        sweep = null;
        hearing = null;
        answer = null;
        refresh();
    }

    private boolean isAtWork() {
        return sweep != null && !sweep.isOver();
    }

    /** Once a frame. */
    void frame() {
        if (isActive() && sweep != null) {
            showBar();
            if (sweep.isOver() && ended != sweep) {
                ended = sweep;
                answer = sweep.newest();
                refresh();
            }
        }
    }

    private void showBar() {
        begin.setDisable(isAtWork() || !model.obstacle().isEmpty());
        if (isAtWork()) {
            progress.show(sweep.share(), Numbers.percent(sweep.share()));
        } else {
            progress.clear();
        }
    }

    @Override
    protected final Node shown() {
        showBar();
        return answer == null ? empty() : found();
    }

    private Node found() {
        whole.getChildren().set(0, show(hearing, answer));
        VBox.setVgrow(whole.getChildren().get(0), Priority.ALWAYS);
        lines.getChildren().setAll(told(hearing, answer).stream().map(each -> line(Spoken.text(each))).toList());
        boolean old = model.session().experiment() != null && !hearing.isSameAs(model.session().experiment(), model.method());
        if (old) {
            lines.getChildren().add(0, line(Messages.text("evaluate.outdated"), "danger-text"));
        }
        return whole;
    }

    private Node empty() {
        String problem = sweep == null ? "" : Spoken.text(sweep.problem());
        String reason = problem.isEmpty() && !isAtWork() ? model.obstacle() : problem;
        EmptyState state = new EmptyState(isAtWork() ? "evaluate.soon" : "evaluate.study.none", "evaluate.empty." + titleKey());
        if (!reason.isEmpty()) {
            state.getChildren().add(line(reason, "danger-text"));
        }
        return state;
    }

    private static Label line(String words, String... styles) {
        Label line = Labels.plain(words, styles);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }
}
