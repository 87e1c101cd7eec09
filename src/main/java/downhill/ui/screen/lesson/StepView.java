package downhill.ui.screen.lesson;

import downhill.lesson.Exercise;
import downhill.lesson.Given;
import downhill.lesson.LessonWork;
import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.lesson.text.StepText;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One step as it is now: its words, what is asked, what came of it. Made anew whenever something of it changes. */
final class StepView {
    private final LessonModel model;
    private final VBox box = new VBox(12);
    private AnswerField answer;
    private Button go;

    StepView(LessonModel model) {
        this.model = model;
        box.getStyleClass().add("lesson-step");
        Step step = model.step();
        StepText words = model.words();
        box.getChildren().add(Labels.plain(words.title(), "lesson-title"));
        box.getChildren().addAll(TextBlocks.of(words.body()));
        words.part(Step.QUESTION).ifPresent(part -> add(part, "lesson-question"));
        words.part(Step.TASK).ifPresent(part -> add(part, "lesson-question"));
        if (step.predict() != null) {
            answer = field(step.predict());
            box.getChildren().add(answer.node());
        }
        if (step.runs() || step.task() != null) {
            buttons(words);
        }
        told(words);
        if (model.at() == model.lesson().steps().size() - 1) {
            sources();
        }
    }

    /** Where the same is taught stands at the end, for who reads on. */
    private void sources() {
        String all = model.lesson().sources().stream().map(one -> one.course() + ", " + one.section()).collect(Collectors.joining("; "));
        if (!all.isEmpty()) {
            Label taught = Rows.paragraph(Messages.binding("lesson.sources", all));
            taught.getStyleClass().addAll("secondary", "small");
            taught.setId("lesson-sources");
            box.getChildren().add(taught);
        }
    }

    Node node() {
        return box;
    }

    AnswerField answer() {
        return answer;
    }

    /** What leads on; null where nothing runs. */
    Button go() {
        return go;
    }

    private void add(List<downhill.lesson.text.Passage> part, String style) {
        VBox lines = new VBox(8);
        lines.getChildren().addAll(TextBlocks.of(part));
        lines.getStyleClass().add(style);
        box.getChildren().add(lines);
    }

    private AnswerField field(Prompt asked) {
        if (asked instanceof Prompt.Choice choice) {
            return new ChoiceAnswer(model, choice);
        } else if (asked instanceof Prompt.Number number) {
            return new NumberAnswer(model, number);
        } else if (asked instanceof Prompt.Place place) {
            return new PlaceAnswer(model, place);
        }
        return new DrawingAnswer(model, (Prompt.Drawing) asked);
    }

    private void buttons(StepText words) {
        HBox row = new HBox(8);
        if (model.phase() != LessonModel.Phase.TOLD) {
            go = Buttons.primary(goKey(), model::go);
            go.setId("lesson-run");
            go.disableProperty().bind(model.readyProperty().not());
            row.getChildren().add(go);
        }
        if (words.part(Step.HINT).isPresent() && !model.hinted() && model.phase() == LessonModel.Phase.ASKING) {
            Button hint = Buttons.ghost("lesson.hint", model::hint);
            hint.setId("lesson-hint");
            row.getChildren().add(hint);
        }
        box.getChildren().add(row);
        if (model.hinted() && words.part(Step.HINT).isPresent()) {
            add(words.parts().get(Step.HINT), "lesson-note");
        }
    }

    private String goKey() {
        if (model.phase() == LessonModel.Phase.RUNNING) {
            return "lesson.running";
        }
        return model.step().task() == null ? "lesson.run" : "lesson.try";
    }

    private void told(StepText words) {
        LessonWork.Answered answered = model.answered().orElse(null);
        boolean told = model.phase() == LessonModel.Phase.TOLD;
        if (answered != null && answered.right() != null && model.phase() != LessonModel.Phase.RUNNING) {
            if (model.step().task() != null) {
                task(model.step().task(), answered.right());
            } else if (told) {
                verdict(answered.right(), answered.right() ? "lesson.right" : "lesson.wrong");
            }
        }
        boolean done = answered != null && Boolean.TRUE.equals(answered.right()) && model.step().task() != null;
        if (told || done) {
            if (model.given() instanceof Given.Chosen chosen) {
                words.part(Step.because(chosen.answer())).ifPresent(part -> add(part, "lesson-note"));
            }
            words.part(Step.REVEAL).ifPresent(part -> add(part, "lesson-reveal"));
        }
        if (model.step().predict() != null) {
            Label kept = Rows.paragraph(Messages.binding("lesson.kept", String.valueOf(model.done().right()),
                    String.valueOf(model.done().judged())));
            kept.getStyleClass().add("secondary");
            box.getChildren().add(kept);
        }
    }

    private void verdict(boolean right, String key) {
        Label label = Labels.styled(Labels.of(key), "strong", right ? "lesson-right" : "lesson-wrong");
        label.setId("lesson-verdict");
        label.setWrapText(true);
        box.getChildren().add(label);
    }

    private void task(Exercise task, boolean right) {
        verdict(right, right ? "lesson.done" : "lesson.not.yet");
        if (model.outcome() != null) {
            for (int i = 0; i < task.checks().size(); i++) {
                boolean holds = model.outcome().held().get(i);
                Label line = Labels.plain((holds ? "✓ " : "✗ ") + CheckWords.of(task.checks().get(i), model.session().experiment()),
                        holds ? "lesson-right" : "lesson-wrong");
                line.setWrapText(true);
                box.getChildren().add(line);
            }
        }
    }
}
