package downhill.ui.screen.landscape;

import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.StyleSample;
import downhill.ui.control.Tip;
import downhill.ui.landscape.Track;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the landscape: what the plane is, who is who, and how far off the plane everybody is. */
final class Legend {
    /** One contender. */
    private record Entry(String id, StyleSample sample, Label name, Label gap, HBox box) {
    }

    /** Points that the longest name may take; it is told in full when pointed at. */
    private static final double LONGEST = 150;
    /** Three lines of contenders; more scroll. */
    private static final double MOST = 54;

    private final Label sentence = Labels.plain("", "secondary", "small");
    private final FlowPane entries = new FlowPane(12, 2);
    private final ScrollPane scroll = Rows.scrolled(entries);
    private final VBox box = new VBox(4, scroll, sentence);
    private final List<Entry> shown = new ArrayList<>();

    Legend() {
        sentence.setWrapText(true);
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        sentence.setId("landscape-legend");
        entries.setId("landscape-contenders");
        scroll.prefHeightProperty().bind(entries.heightProperty().map(high -> Math.min(MOST, high.doubleValue())));
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        box.setMinHeight(Region.USE_PREF_SIZE);
    }

    Node node() {
        return box;
    }

    void refresh(LandscapeModel model) {
        sentence.setText(model.legend());
        List<Track> tracks = model.feed().tracksProperty().get();
        if (!shown.stream().map(Entry::id).toList().equals(tracks.stream().map(Track::id).toList())) {
            rebuild(tracks);
        }
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            Entry entry = shown.get(i);
            entry.sample().setStyleIndex(track.style());
            entry.name().setText(track.name());
            entry.gap().setText(LandscapeWords.gap(model.feed().groundProperty().get(), track));
            entry.box().setOpacity(track.shown() ? 1 : 0.5);
        }
    }

    private void rebuild(List<Track> tracks) {
        shown.clear();
        entries.getChildren().clear();
        for (Track track : tracks) {
            StyleSample sample = new StyleSample(track.style());
            Label name = Labels.shortened(Labels.plain(track.name(), "small"));
            name.setMaxWidth(LONGEST);
            Label gap = Labels.plain("", "secondary", "small");
            Tip.on(gap, "landscape.gap.long");
            HBox line = new HBox(4, sample, name, gap);
            line.setAlignment(Pos.CENTER_LEFT);
            shown.add(new Entry(track.id(), sample, name, gap, line));
            entries.getChildren().add(line);
        }
    }
}
