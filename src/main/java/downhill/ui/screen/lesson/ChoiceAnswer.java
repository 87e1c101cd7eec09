package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.lesson.text.Passage;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Answers, one below the other; ↑ and ↓ move the choice. Once it has run the right one is marked. */
final class ChoiceAnswer implements AnswerField {
    private final VBox box = new VBox(6);
    private final List<ToggleButton> buttons = new ArrayList<>();
    private PollRows poll;

    ChoiceAnswer(LessonModel model, Prompt.Choice choice) {
        ToggleGroup group = new ToggleGroup();
        boolean told = model.phase() == LessonModel.Phase.TOLD;
        String chosen = model.given() instanceof Given.Chosen one ? one.answer() : "";
        for (Prompt.Answer answer : choice.answers()) {
            ToggleButton button = new ToggleButton(Passage.words(model.words().parts().get(Step.answer(answer.id()))));
            button.setId("answer-" + answer.id());
            button.getStyleClass().add("lesson-answer");
            button.setToggleGroup(group);
            button.setSelected(answer.id().equals(chosen));
            button.setWrapText(true);
            button.setMinWidth(0);
            button.setMinHeight(ToggleButton.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setDisable(model.phase() == LessonModel.Phase.RUNNING);
            if (told) {
                mark(button, answer);
            }
            button.setOnAction(event -> {
                if (told || !button.isSelected()) {
                    button.setSelected(answer.id().equals(chosen)); // what was said stays said
                } else {
                    model.say(new Given.Chosen(answer.id()));
                }
            });
            buttons.add(button);
            box.getChildren().add(button);
        }
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
        if (model.isProjected()) {
            poll = new PollRows(model, choice, this::choose);
            letters();
            poll.into(box, buttons);
        }
    }

    private static void mark(ToggleButton button, Prompt.Answer answer) {
        if (answer.right()) {
            button.getStyleClass().add("right");
            button.setText("✓ " + button.getText());
        } else if (button.isSelected()) {
            button.getStyleClass().add("wrong");
            button.setText("✗ " + button.getText());
        }
        button.setAccessibleText(button.getText() + (answer.right() ? ". " + Messages.text("lesson.right.one") : ""));
    }

    private void arrow(KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        List<ToggleButton> all = buttons;
        int now = all.indexOf(box.getScene().getFocusOwner());
        if (step != 0 && now >= 0) {
            ToggleButton next = all.get(Math.floorMod(now + step, all.size()));
            next.requestFocus();
            if (!next.isSelected()) {
                next.fire();
            }
            event.consume();
        }
    }

    /** Each answer has the letter by which a room is asked. */
    private void letters() {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setText(PollRows.letter(i) + "   " + buttons.get(i).getText());
        }
    }

    /** Shows what most were for as what is said. */
    private void choose(int place) {
        buttons.get(place).setSelected(true);
    }

    /** Where a show of hands is counted; null where no room is asked. */
    PollRows poll() {
        return poll;
    }

    @Override
    public Node node() {
        return box;
    }
}
