package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Shows a {@link PickDrawing}: what is pointed at is told, a click or Enter at the cursor chooses it. */
public class PickChart extends ChartPane {
    private final Label note = new Label();
    private IntConsumer picked = number -> { };
    private IntFunction<String> words = number -> "";
    private int pointedAt = -1;

    /** An empty chart. */
    public PickChart() {
        note.getStyleClass().addAll("read-out", "small");
        note.setVisible(false);
        overlay().getChildren().add(note);
        NoteBeside.goesWithTheSize(note, this);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** Who is told what a person chooses. */
    public final void setPicked(IntConsumer then) {
        picked = then;
    }

    /** What is said of the one of a number. */
    public final void setWords(IntFunction<String> saying) {
        words = saying;
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && event.isStillSincePress()) {
            pick(event.getX(), event.getY());
        }
    }

    private void pick(double x, double y) {
        int number = near(x, y);
        if (number >= 0) {
            picked.accept(number);
        }
    }

    private int near(double x, double y) {
        ChartFrame frame = frame();
        return frame != null && shownDrawing() instanceof PickDrawing shown && !Double.isNaN(x) ? shown.nearest(frame, x, y) : -1;
    }

    @Override
    protected void chosen(double x, double y) {
        pick(x, y);
    }

    @Override
    protected void pointed(double x, double y) {
        pointedAt = near(x, y);
        show(x, y);
    }

    private void show(double x, double y) {
        String said = pointedAt < 0 ? "" : words.apply(pointedAt);
        note.setVisible(!said.isEmpty());
        if (!said.isEmpty()) {
            note.setText(said);
            NoteBeside.place(note, x, y, getWidth());
        }
    }

    @Override
    protected void presented() {
        note.setVisible(note.isVisible() && frame() != null);
    }

    @Override
    public String readOut() {
        return note.isVisible() ? note.getText() : "";
    }
}
