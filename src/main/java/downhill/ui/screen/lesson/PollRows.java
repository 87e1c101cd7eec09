package downhill.ui.screen.lesson;

import downhill.lesson.LessonWork;
import downhill.lesson.Prompt;
import downhill.lesson.text.Passage;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A show of hands: how many were for each answer, typed beside it by whoever counts them, and a bar below. A letter leads to its field,
 * Enter to the next one.
 */
final class PollRows {
    private static final int MOST = 9_999;
    private static final double PERCENT = 100;

    private final LessonModel model;
    private final Prompt.Choice choice;
    private final IntConsumer most;
    private final List<NumberField> fields = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> shares = new ArrayList<>();
    private final List<Node> tracks = new ArrayList<>();
    private VBox box;
    private LessonWork.Poll votes;

    /** {@code most} is told the place of the answer that most are for. */
    PollRows(LessonModel model, Prompt.Choice choice, IntConsumer most) {
        this.model = model;
        this.choice = choice;
        this.most = most;
        votes = model.done().poll(model.step().id());
        for (int i = 0; i < choice.answers().size(); i++) {
            count(i);
        }
        show();
    }

    /** Each of {@code answers} with its count beside it, in {@code column}. */
    void into(VBox column, List<? extends Region> answers) {
        box = column;
        box.setId("poll");
        HBox head = new HBox(Rows.space(), Labels.styled(Labels.of("lesson.poll"), "strong"));
        box.getChildren().setAll(head);
        for (int i = 0; i < answers.size(); i++) {
            HBox.setHgrow(answers.get(i), Priority.ALWAYS);
            HBox row = new HBox(10, answers.get(i), fields.get(i), shares.get(i));
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(new VBox(3, row, tracks.get(i)));
        }
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** By which letter an answer is asked for. */
    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    /** Puts the caret where the first hands are counted. */
    void begin() {
        fields.get(0).requestFocus();
        fields.get(0).selectAll();
    }

    private void count(int place) {
        Prompt.Answer answer = choice.answers().get(place);
        NumberField field = new NumberField(0, MOST, true, votes.of(answer.id()));
        field.setId("poll-" + answer.id());
        field.setPrefColumnCount(3);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.accessibleTextProperty().bind(Messages.binding("lesson.poll.field", letter(place),
                Passage.words(model.words().parts().get(downhill.lesson.Step.answer(answer.id())))));
        field.valueProperty().addListener((source, old, now) -> count());
        fields.add(field);
        Region bar = new Region();
        bar.getStyleClass().add("poll-bar");
        if (model.phase() == LessonModel.Phase.TOLD && answer.right()) {
            bar.getStyleClass().add("right");
        }
        StackPane track = new StackPane(bar);
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(0);
        bars.add(bar);
        tracks.add(track);
        shares.add(Labels.plain("", "strong", "poll-share"));
    }

    private void count() {
        List<LessonWork.Vote> all = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            all.add(new LessonWork.Vote(choice.answers().get(i).id(), (int) fields.get(i).valueProperty().get()));
        }
        votes = new LessonWork.Poll(model.step().id(), all.stream().filter(vote -> vote.count() > 0).toList());
        model.poll(votes);
        show();
        votes.first().ifPresent(id -> most.accept(choice.answers().stream().map(Prompt.Answer::id).toList().indexOf(id)));
    }

    private void show() {
        int all = votes.all();
        for (int i = 0; i < fields.size(); i++) {
            double part = all == 0 ? 0 : (double) votes.of(choice.answers().get(i).id()) / all;
            Region bar = bars.get(i);
            bar.maxWidthProperty().bind(((StackPane) bar.getParent()).widthProperty().multiply(part));
            shares.get(i).setText(all == 0 ? "" : Messages.text("lesson.poll.share", Numbers.count(Math.round(PERCENT * part))));
        }
    }

    private void key(KeyEvent event) {
        int named = event.isControlDown() || event.isAltDown() ? -1 : event.getCode().ordinal() - KeyCode.A.ordinal();
        int now = fields.indexOf(box.getScene().getFocusOwner());
        int to = event.getCode() == KeyCode.ENTER && now >= 0 ? now + 1 : named;
        if (event.getCode() == KeyCode.ENTER && now >= 0) {
            fields.get(now).take();
        }
        if (to >= 0 && to < fields.size()) {
            fields.get(to).requestFocus();
            fields.get(to).selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && now >= 0) {
            Node run = box.getScene().lookup("#lesson-run");
            if (run != null) {
                run.requestFocus();
            }
            event.consume();
        }
    }
}
