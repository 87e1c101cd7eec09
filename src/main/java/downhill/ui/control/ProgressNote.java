package downhill.ui.control;

import downhill.ui.fx.UiTask;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** What is being done, how far it is, and a way to end it. Hidden while nothing is done. Shows what it is told once a frame. */
public final class ProgressNote extends HBox {
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();

    /** A hidden note without a way to cancel. */
    public ProgressNote() {
        this(null);
    }

    /** A hidden note; {@code cancel} is what its button does, null for none. */
    public ProgressNote(Runnable cancel) {
        getStyleClass().add("progress-note");
        bar.setPrefWidth(120);
        bar.accessibleTextProperty().bind(words.textProperty());
        getChildren().addAll(bar, words);
        if (cancel != null) {
            Button end = Buttons.link("progress.cancel", cancel);
            getChildren().add(end);
        }
        managedProperty().bind(visibleProperty());
        clear();
    }

    /** Shows a task's last report; hides where the task is over. */
    public void show(UiTask<?> task) {
        if (task.isActive()) {
            show(task.progress().fraction(), task.progress().note());
        } else {
            clear();
        }
    }

    /** Shows a state: {@code fraction} 0 to 1, negative where unknown. */
    public void show(double fraction, String note) {
        bar.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        words.setText(note);
        setVisible(true);
    }

    /** Hides. */
    public void clear() {
        setVisible(false);
        bar.setProgress(0); // an invisible indeterminate bar would keep animating
    }
}
