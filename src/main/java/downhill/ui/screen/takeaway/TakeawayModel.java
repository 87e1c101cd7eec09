package downhill.ui.screen.takeaway;

import downhill.store.AtomicFiles;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.ChartExport;
import downhill.ui.chart.Film;
import downhill.ui.chart.FilmExport;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.Images;
import downhill.ui.fx.UiTask;
import downhill.ui.theme.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One chart at the moment it is taken away, and how. */
final class TakeawayModel {
    /** Pixels a point, as on a sharp screen. */
    private static final double SHARP = 2;

    private final String title;
    private final ChartDrawing drawing;
    private final Palette palette;
    private final View view;
    private final Optional<Film> film;
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(this, "format", Format.PNG);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", 960);
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", 560);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", SHARP);
    private final DoubleProperty from = new SimpleDoubleProperty(this, "from");
    private final DoubleProperty to = new SimpleDoubleProperty(this, "to");
    private final DoubleProperty frames = new SimpleDoubleProperty(this, "frames", 60);
    private final DoubleProperty perSecond = new SimpleDoubleProperty(this, "perSecond", 15);

    TakeawayModel(String title, ChartDrawing drawing, Palette palette, View view, Optional<Film> film) {
        this.title = title;
        this.drawing = drawing;
        this.palette = palette;
        this.view = view;
        this.film = film;
        film.ifPresent(moving -> {
            from.set(moving.steps().low());
            to.set(moving.steps().high());
        });
    }

    ObjectProperty<Format> formatProperty() {
        return format;
    }

    DoubleProperty widthProperty() {
        return width;
    }

    DoubleProperty heightProperty() {
        return height;
    }

    DoubleProperty scaleProperty() {
        return scale;
    }

    DoubleProperty fromProperty() {
        return from;
    }

    DoubleProperty toProperty() {
        return to;
    }

    DoubleProperty framesProperty() {
        return frames;
    }

    DoubleProperty perSecondProperty() {
        return perSecond;
    }

    Optional<Film> film() {
        return film;
    }

    ChartDrawing drawing() {
        return drawing;
    }

    /** Whether there is nothing to see at the step shown. */
    boolean isEmpty() {
        return drawing.isEmpty();
    }

    /** What this chart can be taken away as. */
    List<Format> formats() {
        List<Format> formats = new ArrayList<>(isEmpty() ? List.of() : List.of(Format.PNG, Format.SVG, Format.PDF));
        if (!isEmpty() && !drawing.table().isEmpty()) {
            formats.add(Format.CSV);
        }
        if (film.isPresent()) {
            formats.add(Format.GIF);
        }
        return formats;
    }

    /** A name for the file made of the chart's title. */
    String suggestion() {
        String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "chart" : name) + "." + format.get().ending();
    }

    /** The chart at the size asked for. */
    ChartExport picture() {
        return new ChartExport(drawing, palette, view, width.get(), height.get());
    }

    /** The work of writing {@code file}, with all that it needs taken from the window now. */
    UiTask.Work<Path> writing(Path file) {
        Format as = format.get();
        ChartExport picture = picture();
        double pixels = scale.get();
        FilmExport moving = as == Format.GIF ? moving() : null;
        return task -> {
            AtomicFiles.write(file, part -> write(as, picture, pixels, moving, part, task), false);
            return file;
        };
    }

    private FilmExport moving() {
        double first = Math.min(from.get(), to.get());
        Range steps = new Range(first, Math.max(first + 1, Math.max(from.get(), to.get())));
        return new FilmExport(film.orElseThrow(), palette, width.get(), height.get(), steps, (int) frames.get(), (int) perSecond.get());
    }

    private void write(Format as, ChartExport picture, double pixels, FilmExport moving, Path file, UiTask<Path> task) throws IOException {
        switch (as) {
            case PNG -> picture.png(file, pixels);
            case SVG -> picture.svg(file);
            case PDF -> picture.pdf(file);
            case CSV -> Images.writeWhole(file, drawing.table()::write);
            case GIF -> moving.gif(file, task);
        }
    }
}
