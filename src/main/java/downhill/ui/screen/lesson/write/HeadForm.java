package downhill.ui.screen.lesson.write;

import downhill.lesson.Lesson;
import downhill.lesson.draft.LessonDraft;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What is said of the lesson as a whole: its id, how long it takes, where the same is taught. */
final class HeadForm {
    private static final int MOST_MINUTES = 600;
    private static final int PARTS = 3;

    private final VBox box = new VBox(8);

    HeadForm(DraftModel model) {
        LessonDraft now = model.draft();
        TextField id = Fields.line(now.id());
        id.setId("draft-id");
        id.textProperty().addListener((source, old, typed) -> model.type(draft -> draft.withHead(typed.strip(), draft.minutes(),
                draft.sources(), draft.head())));
        NumberField minutes = new NumberField(1, MOST_MINUTES, true, now.minutes());
        minutes.valueProperty().addListener((source, old, typed) -> model.type(draft -> draft.withHead(draft.id(), typed.intValue(),
                draft.sources(), draft.head())));
        TextArea sources = Fields.area();
        sources.setPrefRowCount(4);
        sources.setText(text(now.sources()));
        sources.accessibleTextProperty().bind(Messages.binding("draft.sources"));
        sources.textProperty().addListener((source, old, typed) -> model.type(draft -> draft.withHead(draft.id(), draft.minutes(),
                sources(typed), draft.head())));
        box.getChildren().addAll(Rows.field(Messages.binding("draft.id"), id), Rows.field(Messages.binding("draft.minutes"), minutes),
                Labels.of("draft.sources"), sources, Rows.paragraph(Messages.binding("draft.sources.how")));
    }

    Node node() {
        return box;
    }

    private static String text(List<Lesson.Source> sources) {
        return sources.stream().map(one -> String.join(" | ", one.course(), one.section(), one.address()))
                .collect(Collectors.joining("\n"));
    }

    /** A line each, its parts between bars; what is missing at the end is empty. */
    static List<Lesson.Source> sources(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(line -> {
            String[] parts = Arrays.copyOf(line.split("\\|", PARTS), PARTS);
            return new Lesson.Source(part(parts[0]), part(parts[1]), part(parts[2]));
        }).toList();
    }

    private static String part(String part) {
        return part == null ? "" : part.strip();
    }
}
