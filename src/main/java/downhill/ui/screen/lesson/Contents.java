package downhill.ui.screen.lesson;

import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.text.Passage;
import downhill.store.LessonLibrary;
import downhill.store.LessonStore;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All lessons that come with the program, with how far each is. */
final class Contents {
    private final VBox box = new VBox(4);

    /** {@code openFile} asks for the file of another one. */
    Contents(LessonModel model, List<LessonStore.Opened> lessons, Runnable openFile) {
        box.getStyleClass().add("lesson-step");
        for (int i = 0; i < lessons.size(); i++) {
            if (lessons.get(i).lesson().id().equals(LessonLibrary.phenomena().get(0))) {
                box.getChildren().add(Labels.styled(Labels.of("lesson.phenomena"), "strong"));
            }
            box.getChildren().add(entry(model, lessons.get(i), i + 1));
        }
        Button file = Buttons.ghost("lesson.file", openFile);
        file.setId("lesson-file");
        box.getChildren().add(file);
    }

    private static Node entry(LessonModel model, LessonStore.Opened opened, int number) {
        Lesson lesson = opened.lesson();
        String title = Messages.text("lesson.entry", String.valueOf(number), LessonModel.text(lesson).title());
        Label name = Labels.plain(title, "strong");
        wrapped(name);
        Label summary = Labels.plain(Passage.words(LessonModel.text(lesson).summary()), "secondary", "small");
        wrapped(summary);
        Label about = Labels.plain(about(model, opened), "secondary", "small");
        Button button = new Entry(new VBox(3, name, summary, about));
        button.setId("lesson-" + lesson.id());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("list-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(title + ". " + summary.getText() + " " + about.getText());
        button.setOnAction(event -> model.open(opened));
        return button;
    }

    private static void wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
    }

    /** As high as its words are where they are as wide as it is; a button as it is asks them before they know how wide. */
    private static final class Entry extends Button {
        private final VBox words;

        Entry(VBox words) {
            super("", words);
            this.words = words;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double sides = snappedLeftInset() + snappedRightInset();
            return snappedTopInset() + snappedBottomInset() + words.prefHeight(width < 0 ? -1 : width - sides);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }

    private static String about(LessonModel model, LessonStore.Opened opened) {
        Lesson lesson = opened.lesson();
        LessonWork done = model.shelved(opened).orElse(null);
        String size = Messages.text("lesson.size", String.valueOf(lesson.steps().size()), String.valueOf(lesson.minutes()));
        return done == null ? size : size + " · " + Messages.text("lesson.score", String.valueOf(done.right()),
                String.valueOf(done.judged()));
    }

    Node node() {
        return box;
    }
}
