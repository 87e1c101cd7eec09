package downhill.ui.screen.doctor;

import downhill.ui.control.Labels;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line or two among the results: what was tried last and what is found. Nothing where nothing is; a click opens the rest. */
final class DoctorNote extends VBox {
    private static final int MOST = 3;

    private final Runnable open;
    private final Subscriptions attached = new Subscriptions();
    private List<String> told = List.of();

    DoctorNote(DoctorModel model, Runnable open) {
        super(2);
        this.open = open;
        setId("doctor-note");
        attached.follow(model.roundProperty(), this::show);
        attached.listen(Messages.languageProperty(), now -> show(model.roundProperty().get()));
    }

    private void show(Round now) {
        List<String> found = DoctorWords.lines(now.findings());
        int rest = found.size() - MOST;
        String others = Messages.text(rest == 1 ? "runDoctor.more.one" : "runDoctor.more", rest);
        Stream<String> more = Stream.of(others).filter(words -> rest > 0);
        Stream<String> last = now.reports().stream().skip(Math.max(0, now.reports().size() - 1)).map(DoctorWords::report);
        List<String> words = Stream.of(found.stream().limit(MOST), more, last).flatMap(each -> each).toList();
        setVisible(!words.isEmpty());
        setManaged(!words.isEmpty());
        if (!words.equals(told)) {
            told = words;
            getChildren().setAll(words.stream().map(this::line).toList());
        }
    }

    private Button line(String words) {
        Button button = Labels.shortened(new Button(words, new FontIcon(Feather.ACTIVITY)));
        button.getStyleClass().addAll("link", "doctor-line");
        button.setWrapText(true);
        button.setOnAction(event -> open.run());
        button.setAccessibleText(Messages.text("runDoctor.title") + ": " + words);
        return button;
    }

    void dispose() {
        attached.dispose();
    }
}
