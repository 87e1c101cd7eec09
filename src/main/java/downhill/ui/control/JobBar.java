package downhill.ui.control;

import downhill.ui.command.Command;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The bar at the foot of a workspace whose work takes a while: begin or pause, stop, how far it is, and two lines on what was done and what
 * is left. Shows what it is told once a frame.
 */
public final class JobBar {
    private static final double LEAST = 92;
    private static final double WORDS = 300;

    private final HBox node = new HBox();
    private final Command run;
    private final Command stop;
    /** Never cut: it is what the bar is for. */
    private final Button runButton = new Button() {
        @Override
        protected double computeMinWidth(double height) {
            return Math.max(LEAST, computePrefWidth(height));
        }
    };
    private final Button stopButton;
    private final FontIcon picture = new FontIcon(Feather.PLAY);
    private final ProgressBar bar = new ProgressBar(0);
    private final Label first = Labels.plain("", "strong");
    private final Label second = Labels.plain("", "secondary");
    private final Subscriptions attached = new Subscriptions();

    /** {@code run} begins, pauses and goes on; {@code name} is the message key of what the bar tells the progress of. */
    public JobBar(String id, String name, Command run, Command stop) {
        this.run = run;
        this.stop = stop;
        stopButton = CommandButton.ghost("job.stop", stop);
        runButton.setId(id + "-run");
        stopButton.setId(id + "-stop");
        runButton.getStyleClass().add("primary");
        runButton.setGraphic(picture);
        runButton.setOnAction(event -> run.run());
        CommandButton.explained(runButton, run);
        attached.bind(bar.accessibleTextProperty(), Messages.binding(name));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(60);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox.setMargin(bar, new Insets(0, 12, 0, 12));
        for (Label line : new Label[] {first, second}) {
            Labels.shortened(line);
        }
        VBox words = new VBox(2, first, second);
        words.setAlignment(Pos.CENTER_RIGHT);
        words.setMinWidth(WORDS);
        node.setId(id + "-bar");
        node.getStyleClass().add("transport-bar");
        node.getChildren().addAll(runButton, stopButton, bar, words);
        show(false, 0, "", "");
    }

    /** The bar. */
    public HBox node() {
        return node;
    }

    /**
     * Shows how the work stands.
     *
     * @param running whether the first button would pause it
     * @param share   0 to 1
     * @param done    what was done
     * @param left    what is left, or what keeps it from beginning
     */
    public void show(boolean running, double share, String done, String left) {
        set(runButton, run.words().getValue());
        Feather icon = running ? Feather.PAUSE : Feather.PLAY;
        if (picture.getIconCode() != icon) {
            picture.setIconCode(icon);
        }
        runButton.setDisable(!run.isEnabled());
        stopButton.setDisable(!stop.isEnabled());
        if (bar.getProgress() != share) {
            bar.setProgress(share);
        }
        set(first, done);
        set(second, left);
    }

    private static void set(javafx.scene.control.Labeled where, String words) {
        if (!words.equals(where.getText())) {
            where.setText(words);
        }
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }
}
