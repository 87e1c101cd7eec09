package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.control.CommandButton;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The stages of the work at the left edge of the window: an icon and a name for each, in a narrow window the icons alone. ↑ and ↓ move the
 * choice.
 */
final class Rail {
    static final double WIDE = 68;
    static final double NARROW = 48;

    private final Workspaces workspaces;
    private final VBox node = new VBox();
    private final List<Command> commands;
    private final Subscriptions attached = new Subscriptions();

    /** Where the window is projected, or its bars are hidden, it has no place. */
    Rail(Workspaces workspaces, WindowModel model, Supplier<String> obstacle) {
        this.workspaces = workspaces;
        commands = workspaces.entries().stream().map(entry -> command(entry).unless(obstacle)).toList();
        node.setId("rail");
        node.getStyleClass().add("rail");
        node.setAccessibleRole(AccessibleRole.TOOL_BAR);
        node.accessibleTextProperty().bind(Messages.binding("rail"));
        for (int i = 0; i < commands.size(); i++) {
            node.getChildren().add(button(workspaces.entries().get(i), commands.get(i)));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        boolean lessons = workspaces.entries().get(commands.size() - 1).id().equals(WorkspaceEntry.LESSONS);
        node.getChildren().add(commands.size() - (lessons ? 1 : 0), space); // they stand at the foot, beside the stages of the work
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
        attached.follow(workspaces.chosenProperty(), now -> mark());
        attached.follow(model.narrowProperty(), this::fold);
        attached.bind(node.visibleProperty(), model.barsProperty().and(model.projectedProperty().not()));
        node.managedProperty().bind(node.visibleProperty());
    }

    VBox node() {
        return node;
    }

    /** Each leads to one of the workspaces. */
    List<Command> commands() {
        return commands;
    }

    private Command command(WorkspaceEntry entry) {
        return Command.of("workspace." + entry.id(), entry.titleKey(), () -> workspaces.choose(entry)).on(entry.key());
    }

    void dispose() {
        attached.dispose();
    }

    private ToggleButton button(WorkspaceEntry entry, Command command) {
        ToggleButton button = new ToggleButton();
        button.setId("rail-" + entry.id());
        button.getStyleClass().add("rail-button");
        button.textProperty().bind(Messages.binding(entry.titleKey()));
        button.setMinWidth(0);
        button.setGraphic(new FontIcon(entry.icon()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        CommandButton.explained(button, command);
        button.setOnAction(event -> {
            command.run();
            mark(); // a second press does not take it back
        });
        return button;
    }

    private List<ToggleButton> buttons() {
        return node.getChildren().stream().filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast).toList();
    }

    private void mark() {
        for (int i = 0; i < workspaces.entries().size(); i++) {
            ToggleButton button = buttons().get(i);
            boolean chosen = workspaces.entries().get(i) == workspaces.chosenProperty().get();
            button.setSelected(chosen);
            button.setFocusTraversable(chosen);
        }
    }

    private void fold(boolean narrow) {
        double width = narrow ? NARROW : WIDE;
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP;
        buttons().forEach(one -> one.setContentDisplay(display));
    }

    private void arrow(KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        if (step != 0) {
            int next = Math.floorMod(workspaces.entries().indexOf(workspaces.chosenProperty().get()) + step, workspaces.entries().size());
            workspaces.choose(workspaces.entries().get(next));
            buttons().get(next).requestFocus();
            event.consume();
        }
    }
}
