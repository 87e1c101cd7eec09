package downhill.ui.screen.lesson.write;

import downhill.lesson.Lesson;
import downhill.lesson.draft.LessonDraft;
import downhill.lesson.text.WrittenStep;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The words of what is in hand, in one language at a time: its title and its Markdown. */
final class WordsPane {
    private final DraftModel model;
    private final Segments<String> language = new Segments<>(Lesson.LANGUAGES, one -> Messages.binding("draft.language." + one));
    private final TextField title = Fields.line();
    private final TextArea text = Fields.area();
    private final VBox box;
    private boolean showing;

    WordsPane(DraftModel model) {
        this.model = model;
        language.setId("draft-language");
        title.setId("draft-title");
        title.accessibleTextProperty().bind(Messages.binding("draft.title"));
        title.promptTextProperty().bind(Messages.binding("draft.title"));
        text.setId("draft-text");
        text.setWrapText(true);
        text.accessibleTextProperty().bind(Messages.binding("draft.text"));
        text.promptTextProperty().bind(Messages.binding("draft.text.prompt"));
        title.textProperty().addListener((source, old, now) -> typed());
        text.textProperty().addListener((source, old, now) -> typed());
        language.valueProperty().addListener((source, old, now) -> {
            model.languageProperty().set(now);
            show();
        });
        HBox head = new HBox(8, Labels.styled(Labels.of("draft.words"), "strong"), Rows.space(), language.boxed());
        VBox.setVgrow(text, Priority.ALWAYS);
        box = new VBox(8, head, title, text, Rows.paragraph(Messages.binding("draft.text.how")));
        show();
    }

    Node node() {
        return box;
    }

    void show() {
        showing = true;
        language.valueProperty().set(model.languageProperty().get());
        WrittenStep now = words();
        set(title, now.title());
        set(text, now.text());
        showing = false;
    }

    /** Puts the caret at the beginning of a line, from 1; 0 for the title. */
    void go(String to, int line) {
        model.languageProperty().set(to);
        show();
        if (line == 0) {
            title.requestFocus();
            return;
        }
        String[] lines = text.getText().split("\n", -1);
        int from = 0;
        for (int i = 0; i < Math.min(line - 1, lines.length - 1); i++) {
            from += lines[i].length() + 1;
        }
        text.requestFocus();
        text.selectRange(from, from + lines[Math.min(line, lines.length) - 1].length());
    }

    private static void set(javafx.scene.control.TextInputControl field, String words) {
        if (!field.getText().equals(words)) {
            field.setText(words);
        }
    }

    private WrittenStep words() {
        String spoken = model.languageProperty().get();
        return model.at() < 0 ? model.draft().head().get(spoken) : model.step().words().get(spoken);
    }

    private void typed() {
        if (!showing) {
            String spoken = model.languageProperty().get();
            WrittenStep now = new WrittenStep(title.getText(), text.getText());
            model.type(draft -> model.at() < 0 ? head(draft, spoken, now)
                    : draft.withStep(model.at(), draft.steps().get(model.at()).written(spoken, now)));
        }
    }

    private static LessonDraft head(LessonDraft draft, String spoken, WrittenStep now) {
        Map<String, WrittenStep> all = new TreeMap<>(draft.head());
        all.put(spoken, now);
        return draft.withHead(draft.id(), draft.minutes(), draft.sources(), all);
    }
}
