package downhill.ui.screen.lesson.write;

import downhill.lesson.draft.DraftStep;
import downhill.ui.control.Buttons;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** All steps, the lesson itself before them, with how much is wrong with each; ↑ and ↓ choose. */
final class StepList {
    private static final double HEIGHT = 168;

    private final DraftModel model;
    private final ListView<Integer> list = new ListView<>();
    private final VBox box = new VBox(6);
    private final Button up;
    private final Button down;
    private final Button remove;
    private boolean showing;

    /** {@code record} adds what a person does now. */
    StepList(DraftModel model, Runnable record) {
        this.model = model;
        list.setId("draft-steps");
        list.accessibleTextProperty().bind(Messages.binding("draft.steps"));
        list.setCellFactory(view -> new Cell());
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT);
        list.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> {
            if (now != null && !showing) {
                model.choose(now);
            }
        });
        Button recording = Buttons.primary("draft.record", record);
        recording.setId("draft-record");
        Button page = Buttons.ghost("draft.page", () -> model.add(now -> now.withNew(model.at(),
                new downhill.lesson.Step(now.freeId(), null, null, null, null, null, null))));
        page.setId("draft-page");
        up = Buttons.ghost("draft.up", () -> model.move(-1));
        up.setId("draft-up");
        down = Buttons.ghost("draft.down", () -> model.move(1));
        remove = Buttons.ghost("draft.remove", model::remove);
        remove.setId("draft-remove");
        WrapRow buttons = new WrapRow(6);
        buttons.getChildren().addAll(recording, page, up, down, remove);
        box.getChildren().addAll(list, buttons);
        show();
    }

    Node node() {
        return box;
    }

    void show() {
        showing = true;
        int steps = model.draft().steps().size();
        if (list.getItems().size() != steps + 1) {
            list.getItems().setAll(IntStream.range(DraftModel.HEAD, steps).boxed().toList());
        }
        list.getSelectionModel().select(model.at() + 1);
        list.refresh();
        showing = false;
        up.setDisable(model.at() <= 0);
        down.setDisable(model.at() < 0 || model.at() >= steps - 1);
        remove.setDisable(model.at() < 0);
    }

    private final class Cell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer place, boolean empty) {
            super.updateItem(place, empty);
            setText(empty || place == null || place >= model.draft().steps().size() ? null : words(place));
        }
    }

    private String words(int place) {
        String language = model.languageProperty().get();
        long wrong = model.faults().stream().filter(fault -> fault.step() == place).count();
        String mark = wrong == 0 ? "" : " · " + Messages.text("draft.wrong", String.valueOf(wrong));
        if (place < 0) {
            return Messages.text("draft.head") + ": " + model.draft().head().get(language).title() + mark;
        }
        DraftStep step = model.draft().steps().get(place);
        String title = step.words().get(language).title();
        return (place + 1) + ". " + (title.isBlank() ? step.step().id() : title) + mark;
    }
}
