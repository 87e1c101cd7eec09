package downhill.ui.fx.font;

import downhill.ui.fx.FxToolkit;
import downhill.ui.theme.Fonts;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A program of its own, because a process chooses who lays out its text once: prints the width of each sample in points. */
final class PlainTextProbe {
    static final List<String> SAMPLES = List.of("Loss 0.0155, accuracy 96.7 %", "\u03b2\u2081 0.9 \u00b7 \u03b7 \u2190 10\u207b\u2078",
            "AVATAR To file", "\u6c49\u5b57");
    static final int POINTS = 13;

    private PlainTextProbe() {
    }

    public static void main(String[] arguments) {
        FxToolkit.start();
        try {
            FxToolkit.run(() -> widths().forEach(System.out::println));
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    static List<Double> widths() {
        Fonts.load();
        return SAMPLES.stream().map(PlainTextProbe::width).toList();
    }

    private static double width(String sample) {
        Text text = new Text(sample);
        text.setFont(Font.font("Inter", POINTS));
        return text.getLayoutBounds().getWidth();
    }
}
