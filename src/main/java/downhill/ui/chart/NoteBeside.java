package downhill.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words beside the pointer, within their chart. */
final class NoteBeside {
    private static final double ASIDE = 14;
    private static final double ABOVE = 8;
    private static final double MARGIN = 4;

    private NoteBeside() {
    }

    /** Takes the words out of view when the chart becomes another size: they would stand where there is no chart any more. */
    static void goesWithTheSize(Label words, Region chart) {
        chart.widthProperty().addListener(size -> words.setVisible(false));
        chart.heightProperty().addListener(size -> words.setVisible(false));
    }

    /** Places a label that is in view right of {@code x} and above {@code y}, or where it has room. */
    static void place(Label words, double x, double y, double width) {
        words.setMaxWidth(Math.max(0, width - MARGIN));
        words.applyCss(); // out of view it had none, and so another size
        words.autosize();
        words.relocate(Math.max(0, Math.min(x + ASIDE, width - words.getWidth() - MARGIN)), Math.max(0, y - words.getHeight() - ABOVE));
    }
}
