package downhill.ui.screen.lesson;

import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.text.Passage;
import downhill.store.LessonStore;
import downhill.ui.control.Buttons;
import downhill.ui.control.EntryButton;
import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.SpokenLesson;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The lessons of the course, with how far each is, and where the phenomena are. */
final class Contents {
    private final VBox box = new VBox(4);

    /** {@code ways} lead to the file of another one and to where one is written. */
    Contents(LessonModel model, List<LessonStore.Opened> lessons, LessonWays ways) {
        box.getStyleClass().add("lesson-step");
        for (int i = 0; i < lessons.size(); i++) {
            box.getChildren().add(entry(model, lessons.get(i), i + 1));
        }
        box.getChildren().add(0, own(ways));
        Button phenomena = Buttons.ghost("lesson.phenomena", ways.phenomena());
        phenomena.setId("lesson-phenomena");
        WrapRow last = new WrapRow(8);
        last.getChildren().add(phenomena);
        last.getStyleClass().add("lesson-own");
        box.getChildren().add(last);
    }

    private static Node own(LessonWays ways) {
        Button file = Buttons.ghost("lesson.file", ways.openFile());
        file.setId("lesson-file");
        Button make = Buttons.ghost("lesson.make", () -> ways.write().accept(""));
        make.setId("lesson-make");
        if (!ways.written().get().isEmpty()) {
            make.textProperty().bind(Messages.binding("lesson.make.on", ways.written().get()));
        }
        WrapRow row = new WrapRow(8);
        row.getChildren().addAll(file, make);
        row.getStyleClass().add("lesson-own");
        return row;
    }

    private static Node entry(LessonModel model, LessonStore.Opened opened, int number) {
        Lesson lesson = opened.lesson();
        String title = Messages.text("lesson.entry", String.valueOf(number), SpokenLesson.text(lesson).title());
        Label name = Labels.plain(title, "strong");
        wrapped(name);
        Label summary = Labels.plain(Passage.words(SpokenLesson.text(lesson).summary()), "secondary", "small");
        wrapped(summary);
        Label about = Labels.plain(about(model, opened), "secondary", "small");
        Button button = new EntryButton(new VBox(3, name, summary, about));
        button.setId("lesson-" + lesson.id());
        button.setAccessibleText(title + ". " + summary.getText() + " " + about.getText());
        button.setOnAction(event -> model.open(opened));
        return button;
    }

    private static void wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
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
