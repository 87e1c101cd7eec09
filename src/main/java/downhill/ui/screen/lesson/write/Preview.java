package downhill.ui.screen.lesson.write;

import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.lesson.text.Passage;
import downhill.lesson.text.StepText;
import downhill.lesson.text.TextFault;
import downhill.lesson.text.WrittenStep;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.lesson.TextBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The words of what is in hand as a learner will see them, each part under its name. */
final class Preview {
    private static final List<String> QUIET = List.of(Step.HINT, Step.REVEAL);

    private final DraftModel model;
    private final VBox inside = new VBox(10);
    private final VBox box;

    Preview(DraftModel model) {
        this.model = model;
        inside.getStyleClass().add("lesson-step");
        ScrollPane scroll = Rows.scrolled(inside);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box = new VBox(8, Labels.styled(Labels.of("draft.preview"), "strong"), scroll);
        box.setId("draft-preview");
        show();
    }

    Node node() {
        return box;
    }

    void show() {
        String language = model.languageProperty().get();
        WrittenStep written = model.at() < 0 ? model.draft().head().get(language) : model.step().words().get(language);
        List<Node> nodes = new ArrayList<>();
        try {
            StepText words = written.read();
            nodes.add(Labels.plain(written.title().isBlank() ? Messages.text("draft.untitled") : written.title(), "lesson-title"));
            nodes.addAll(TextBlocks.of(words.body()));
            parts(words).forEach((key, part) -> nodes.add(part(key, part)));
        } catch (TextFault fault) {
            String said = Messages.text("draft.line", String.valueOf(fault.line()), Spoken.text(fault.said()));
            Label wrong = Labels.plain(said, "lesson-wrong");
            wrong.setWrapText(true);
            nodes.add(wrong);
        }
        inside.getChildren().setAll(nodes);
    }

    /** In the order in which a learner meets them. */
    private Map<String, List<Passage>> parts(StepText words) {
        Map<String, List<Passage>> all = new java.util.LinkedHashMap<>();
        List.of(Step.QUESTION, Step.TASK).forEach(key -> words.part(key).ifPresent(part -> all.put(key, part)));
        if (model.at() >= 0 && model.step().step().predict() instanceof Prompt.Choice choice) {
            choice.answers().stream().map(answer -> Step.answer(answer.id())).forEach(key -> words.part(key)
                    .ifPresent(part -> all.put(key, part)));
        }
        QUIET.forEach(key -> words.part(key).ifPresent(part -> all.put(key, part)));
        words.parts().forEach(all::putIfAbsent);
        return all;
    }

    private static Node part(String key, List<Passage> words) {
        VBox lines = new VBox(6);
        boolean asked = key.equals(Step.QUESTION) || key.equals(Step.TASK);
        if (asked) {
            lines.getStyleClass().add("lesson-question");
        } else {
            lines.getChildren().add(Labels.plain(name(key), "secondary", "small"));
            lines.getStyleClass().add(style(key));
        }
        lines.getChildren().addAll(TextBlocks.of(words));
        return lines;
    }

    private static String style(String key) {
        if (key.startsWith(Step.answer(""))) {
            return "lesson-offered";
        }
        return key.equals(Step.REVEAL) ? "lesson-reveal" : "lesson-note";
    }

    private static String name(String key) {
        String[] words = key.split(" ", 2);
        return Messages.text("draft.part." + words[0], words.length > 1 ? words[1] : "");
    }
}
