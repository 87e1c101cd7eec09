package downhill.ui.screen.start;

import downhill.data.source.SampleData;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.sample.SampleTiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** In place of the workspaces as long as nothing is open: the demonstration, a file, a sample, what was opened of late. */
public final class StartPage {
    private static final double WIDTH = 920;
    private static final double LEFT = 400;
    private static final int MOST_RECENT = 6;

    /** What the page leads to. */
    public interface Choices {
        /** The demonstration, running. */
        void demo();

        /** Whether there are lessons. */
        boolean hasLessons();

        /** A lesson by its id; their contents where it is empty. */
        void lesson(String id);

        /** Asks for a file. */
        void openFile();

        /** A file that was opened of late. */
        void open(Path file);

        /** Four optimizers on bundled data. */
        void sample(SampleData sample);
    }

    private final Choices choices;
    private final Button demo;
    private final Button back = Buttons.link("start.back", () -> { });
    private final VBox recent = new VBox();
    private final Card recentCard = new Card(Messages.binding("start.recent"), recent);
    private final SampleTiles tiles;
    private final LessonList list;
    private final ScrollPane node;

    /** {@code work} draws the sketches of the samples. */
    public StartPage(FxExecutor work, Choices choices) {
        this.choices = choices;
        demo = Buttons.primary("start.demo", choices::demo);
        demo.setId("start-demo");
        back.setId("start-back");
        back.managedProperty().bind(back.visibleProperty());
        Button open = Buttons.ghost("start.open", choices::openFile);
        open.setId("start-open");
        tiles = new SampleTiles("start", work, choices::sample);
        Button lessons = Buttons.ghost("start.lessons", () -> choices.lesson(""));
        lessons.setId("start-lessons");
        list = new LessonList(work, choices::lesson);
        Card begin = new Card(Messages.binding("start.begin"), words("start.demo.text"), row(demo), Rows.divider());
        if (choices.hasLessons()) {
            begin.getChildren().addAll(words("start.lessons.text"), list.node(), row(lessons), Rows.divider());
        }
        begin.getChildren().addAll(words("start.open.text"), row(open));
        begin.getStyleClass().add("form");
        Card samples = new Card(Messages.binding("data.gallery.samples"), tiles.into(new VBox()));
        samples.setId("start-samples");
        VBox left = new VBox(12, begin, recentCard);
        left.setPrefWidth(LEFT);
        left.setMinWidth(LEFT);
        VBox.setVgrow(recentCard, Priority.ALWAYS);
        HBox.setHgrow(samples, Priority.ALWAYS);
        HBox columns = new HBox(12, left, samples);
        Label title = Labels.styled(Labels.of("start.title"), "start-title");
        HBox head = new HBox(12, title, Rows.space(), back);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox page = new VBox(8, head, words("start.text"), columns);
        page.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        VBox.setMargin(columns, new Insets(8, 0, 0, 0));
        StackPane middle = new StackPane(page);
        middle.setPadding(new Insets(24));
        node = Rows.scrolled(middle);
        node.setFitToHeight(true);
        node.getStyleClass().add("page");
        node.setId("start-page");
    }

    /** The page. */
    public Node node() {
        return node;
    }

    /** Shows the files opened of late, and a way back to what is open; null where nothing is. */
    public void show(List<Path> files, Runnable leave) {
        recent.getChildren().setAll(files.stream().limit(MOST_RECENT).map(this::file).toList());
        recentCard.setVisible(!files.isEmpty());
        back.setVisible(leave != null);
        back.setOnAction(event -> leave.run());
        tiles.draw();
        list.fill();
        demo.requestFocus();
    }

    private Button file(Path file) {
        Path folder = file.getParent();
        Label name = Labels.shortened(Labels.plain(String.valueOf(file.getFileName())));
        Label where = Labels.shortened(Labels.plain(folder == null ? "" : folder.toString(), "secondary", "small"));
        Button button = new Button("", new VBox(2, name, where));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("list-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name.getText());
        button.setOnAction(event -> choices.open(file));
        return button;
    }

    private static HBox row(Button button) {
        return new HBox(button);
    }

    private static Label words(String key) {
        return Rows.paragraph(Messages.binding(key));
    }
}
