package downhill.ui.robot;

import downhill.ui.fx.FxTest;
import downhill.ui.command.Command;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** Does what a script says: keys and mouse come from below the toolkit, as a keyboard's and a mouse's do. Not on the FX thread. */
final class Hands {
    private static final int MOVES = 6;

    private final Shaken open;
    private final Targets targets;
    private final Robot hand = FxToolkit.call(Robot::new);

    Hands(Shaken open, Targets targets) {
        this.open = open;
        this.targets = targets;
    }

    /** What can no longer be found is left out, so that a script can be made shorter. */
    void perform(Deed deed) {
        switch (deed.verb()) {
            case "frames" -> frames(deed.whole(0));
            case "rest" -> rest();
            case "key" -> keys(deed.word(0));
            case "command" -> FxToolkit.run(() -> command(deed.word(0)));
            case "size" -> FxToolkit.run(() -> size(deed.number(0), deed.number(1)));
            case "language" -> FxToolkit.run(() -> Messages.languageProperty().set(Language.valueOf(deed.word(0))));
            case "picks" -> open.files.pick(deed.word(0));
            case "open" -> FxToolkit.run(() -> open(deed.word(0)));
            case "speed" -> FxToolkit.run(() -> open.session.race().speedProperty().set(deed.number(0)));
            case "seek" -> FxToolkit.run(() -> seek(deed.number(0)));
            case "close" -> FxToolkit.run(open.window::requestClose);
            default -> FxToolkit.call(() -> targets.find(deed.word(0))).ifPresent(node -> touch(deed, node));
        }
    }

    private void touch(Deed deed, Node node) {
        switch (deed.verb()) {
            case "press" -> FxToolkit.run(((ButtonBase) node)::fire);
            case "choose" -> FxToolkit.run(() -> choose((ComboBox<?>) node, deed.whole(1)));
            case "slide" -> FxToolkit.run(() -> slide((Slider) node, deed.number(1)));
            case "type" -> type((TextInputControl) node, deed.word(1), deed.word(2));
            case "click" -> click(node, deed);
            case "drag" -> drag(node, deed);
            case "scroll" -> scroll(node, deed.whole(1));
            default -> throw new IllegalArgumentException(deed.line());
        }
    }

    private static void frames(int count) {
        for (int i = 0; i < count; i++) {
            FxTest.nextFrame();
        }
    }

    /** As long as the window is at something that ends by itself. */
    private void rest() {
        FxToolkit.run(() -> open.session.race().pause());
        if (!open.until(open::isAtRest)) {
            throw new AssertionError("does not come to rest: " + FxToolkit.call(() -> open.now().state() + " " + open.now().message()));
        }
    }

    private void open(String file) {
        if (!open.window.sheets().isVisible()) { // files are not taken while a question is open
            open.window.files().open(open.files.of(file));
        }
    }

    /** Drawn in another size; the stage keeps its own, the toolkit in memory stumbles over stages that grow. */
    private void size(double width, double height) {
        if (!open.window.lecture().onProperty().get()) {
            open.window.scene().getRoot().resize(width, height);
        }
    }

    private void seek(double part) {
        if (open.session.race().isOpen()) {
            open.session.race().seek(Math.round(part * open.session.race().racing().recordedSteps()));
        }
    }

    private void command(String id) {
        if (!open.window.sheets().isVisible()) {
            open.window.table().commands().filter(one -> one.id().equals(id)).findFirst().ifPresent(Command::run);
        }
    }

    private void keys(String names) {
        List<KeyCode> codes = new ArrayList<>();
        for (String name : names.split("\\+")) {
            codes.add(KeyCode.valueOf(name));
        }
        FxToolkit.run(() -> {
            if (open.windows().size() == 1) {
                open.stage.requestFocus();
            }
        });
        codes.forEach(code -> FxToolkit.run(() -> hand.keyPress(code)));
        Collections.reverse(codes);
        codes.forEach(code -> FxToolkit.run(() -> hand.keyRelease(code)));
    }

    private static void choose(ComboBox<?> box, int number) {
        if (!box.getItems().isEmpty()) {
            box.requestFocus();
            box.getSelectionModel().select(number % box.getItems().size());
            Event.fireEvent(box, new ActionEvent());
        }
    }

    private static void slide(Slider slider, double part) {
        slider.setValue(slider.getMin() + part * (slider.getMax() - slider.getMin()));
    }

    private void type(TextInputControl field, String text, String end) {
        FxToolkit.run(() -> {
            field.requestFocus();
            field.selectAll();
            text.codePoints().mapToObj(Character::toString).forEach(letter -> Event.fireEvent(field,
                    new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)));
        });
        if (!end.isEmpty()) {
            keys(end);
        }
    }

    private void click(Node node, Deed deed) {
        move(node, deed.number(1), deed.number(2));
        MouseButton button = MouseButton.valueOf(deed.word(3));
        for (int i = 0; i < deed.whole(4); i++) {
            FxToolkit.run(() -> hand.mousePress(button));
            FxToolkit.run(() -> hand.mouseRelease(button));
        }
    }

    private void drag(Node node, Deed deed) {
        double x = deed.number(1);
        double y = deed.number(2);
        move(node, x, y);
        FxToolkit.run(() -> hand.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= MOVES; i++) {
            move(node, x + (deed.number(3) - x) * i / MOVES, y + (deed.number(4) - y) * i / MOVES);
        }
        FxToolkit.run(() -> hand.mouseRelease(MouseButton.PRIMARY));
    }

    private void scroll(Node node, int notches) {
        move(node, 0.5, 0.5);
        FxToolkit.run(() -> hand.mouseWheel(notches));
    }

    private void move(Node node, double x, double y) {
        FxToolkit.run(() -> {
            Bounds box = node.getLayoutBounds();
            Optional.ofNullable(node.localToScreen(box.getMinX() + 1 + x * (box.getWidth() - 2),
                    box.getMinY() + 1 + y * (box.getHeight() - 2)))
                    .ifPresent((Point2D at) -> hand.mouseMove(at));
        });
    }
}
